import type { Command } from "commander";
import { EntenteError } from "../schema/index.ts";
import type { Output } from "./output.ts";
import { over, type Signed, signature, signedBy, tell } from "./review-options.ts";

/** `entente incident`: which reports are of one incident. */
export function incidentCommand(program: Command, output: Output): void {
  const incident = program.command("incident").description("Split and merge incidents.");
  signedBy(incident.command("split"))
    .description("Take reports out of an incident, into one of their own.")
    .argument("<incident>")
    .argument("<reports...>", "each as <document>:<report>")
    .action((id: string, reports: string[], options: Signed) => {
      const keys = reports.map((each) => {
        const at = each.indexOf(":");
        if (at < 0) throw new EntenteError("usage", { detail: `"${each}" is not <document>:<report>` });
        return { document: each.slice(0, at), report: each.slice(at + 1) };
      });
      const act = { incident: id, reports: keys, ...signature(options) };
      return over(options.data, async (desk) => tell(await desk.reviews.split(act), output));
    });
  signedBy(incident.command("merge"))
    .description("Make incidents one.")
    .argument("<incidents...>")
    .action((incidents: string[], options: Signed) =>
      over(options.data, async (desk) => tell(await desk.reviews.merge({ incidents, ...signature(options) }), output)),
    );
}
