import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { intakeQueries, isAtWork } from "../../api/intake.ts";
import { counted } from "../../parts/words.ts";

/** What the intake is at, in a line; nothing where there is nothing to say. */
export function IntakeState() {
  const { data: jobs = [] } = useQuery(intakeQueries.jobs());
  const { data: subscriptions = [] } = useQuery(intakeQueries.subscriptions());
  const open = jobs.filter(isAtWork);
  const broken = jobs.filter(({ state }) => state === "interrupted" || state === "failed").length;
  const failing = subscriptions.filter((one) => one.failing).length;
  const parts = [
    ...open.slice(0, 2).map(({ name, done, share }) => {
      const far = share === undefined ? "" : `, ${Math.floor(share * 100)} %`;
      return `Reading ${name}: ${counted(done, "document")}${far}`;
    }),
    ...(open.length > 2 ? [`${open.length - 2} more at work`] : []),
    ...(broken > 0 ? [`${counted(broken, "job")} broke off`] : []),
    ...(failing > 0 ? [`▲ ${failing} of ${counted(subscriptions.length, "feed")} failing`] : []),
  ];
  if (parts.length === 0) return null;
  return (
    <p className="intake-state">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      <Link to="/sources">Sources</Link>
    </p>
  );
}
