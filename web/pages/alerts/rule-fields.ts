import type { Domain, EventType, RUNG_NAMES } from "../../../src/schema/index.ts";
import { addressesIn, type Rule } from "./words.ts";

/** A rule as its form holds it. */
export interface Fields {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly kind: Rule["when"]["kind"];
  readonly rung: (typeof RUNG_NAMES)[number];
  readonly domain: Domain | "";
  readonly type: EventType | "";
  readonly third: string;
  readonly mail: string;
  readonly url: string;
  readonly secret: string;
  readonly feed: boolean;
}

/** What the form of a new rule begins with. */
export const FRESH: Fields = {
  id: "",
  a: "CHN",
  b: "RUS",
  kind: "incident",
  rung: "joint operations",
  domain: "",
  type: "",
  third: "",
  mail: "",
  url: "",
  secret: "",
  feed: true,
};

/** A rule that is kept as fields; no secret is shown. */
export function fieldsOf({ id, dyad: [a, b], when, to }: Rule): Fields {
  const mail = to.flatMap((target) => (target.kind === "mail" ? target.to : [])).join(", ");
  const url = to.flatMap((target) => (target.kind === "webhook" ? [target.url] : []))[0] ?? "";
  return {
    ...FRESH,
    id,
    a,
    b,
    kind: when.kind,
    ...(when.kind === "rung" && { rung: when.rung, domain: when.domain ?? "" }),
    ...(when.kind === "incident" && { type: when.types?.[0] ?? "", domain: when.domains?.[0] ?? "" }),
    ...(when.kind === "third-state" && { third: when.third ?? "" }),
    mail,
    url,
    feed: to.some((target) => target.kind === "feed"),
  };
}

function conditionOf({ kind, rung, domain, type, third }: Fields): Rule["when"] {
  switch (kind) {
    case "verdict":
      return { kind };
    case "rung":
      return { kind, rung, ...(domain && { domain }) };
    case "incident":
      return { kind, ...(type && { types: [type] }), ...(domain && { domains: [domain] }) };
    case "third-state":
      return { kind, ...(third && { third }) };
  }
}

/** The rule that the fields say. */
export function ruleOf(fields: Fields): Rule {
  const { id, a, b, mail, url, secret, feed } = fields;
  return {
    id: id.trim(),
    dyad: [a, b],
    when: conditionOf(fields),
    to: [
      ...(mail.trim() ? [{ kind: "mail" as const, to: addressesIn(mail) }] : []),
      ...(url.trim() ? [{ kind: "webhook" as const, url: url.trim(), ...(secret && { secret }) }] : []),
      ...(feed ? [{ kind: "feed" as const }] : []),
    ],
  };
}
