import type { Anchor, EventType, Grouping } from "../../schema/index.ts";
import { Groups } from "../groups.ts";
import { overlapOf } from "./anchor.ts";

/** As much of a report as tells which one it is. */
export interface Linkable {
  readonly document: string;
  readonly id: string;
  readonly type: EventType;
  readonly start: number;
  readonly stop: number;
}

const LEAST_OVERLAP = 0.5;

export const keyOf = ({ document, id }: Pick<Linkable, "document" | "id">): string => `${document} ${id}`;

/** Which reports belong together and which apart, as people said. Reports by `keyOf`. */
export interface Links {
  /** The reports that belong together with this one, itself among them; alone where nobody said anything. */
  readonly groupOf: (key: string) => string;
  /** Whether people keep two groups apart. */
  readonly areApart: (group: string, other: string) => boolean;
  /** Every report that anybody linked, by its group. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

export const NO_LINKS: Links = { groupOf: (key) => key, areApart: () => false, groups: new Map() };

/** The report that an anchor speaks of: the very one, or that of a newer reading with the same words. */
export function resolveAnchor<R extends Linkable>(anchor: Anchor, reports: readonly R[]): R | undefined {
  const own = reports.filter(({ document }) => document === anchor.document);
  const same = own.find(({ id }) => id === anchor.report);
  if (same) return same;
  const type = anchor.report.split(".")[1];
  const fits = own
    .map((report) => ({ report, overlap: overlapOf(anchor.span, [report.start, report.stop]) }))
    .filter(({ report, overlap }) => overlap >= LEAST_OVERLAP && (report.type === type || overlap === 1));
  return fits.sort((one, other) => other.overlap - one.overlap)[0]?.report;
}

class Builder {
  readonly #groups = new Groups<string>();
  readonly #apart: [string, string][] = [];

  #isApart(one: string, other: string): boolean {
    const [a, b] = [this.#groups.find(one), this.#groups.find(other)];
    return this.#apart.some(([left, right]) => {
      const [c, d] = [this.#groups.find(left), this.#groups.find(right)];
      return (a === c && b === d) || (a === d && b === c);
    });
  }

  /** A later word stands: what it keeps apart is not joined by an earlier one, and the other way round. */
  take(groups: readonly (readonly string[])[]): void {
    for (const [first, ...rest] of groups)
      for (const other of rest) if (!this.#isApart(first, other)) this.#groups.join(first, other);
    const [one, other] = groups;
    const rootsOf = (keys: readonly string[] = []): Set<string> => new Set(keys.map((key) => this.#groups.find(key)));
    for (const left of rootsOf(one))
      for (const right of rootsOf(other)) if (left !== right) this.#apart.push([left, right]);
  }

  links(keys: readonly string[]): Links {
    const apart = new Set(
      this.#apart.flatMap(([one, other]) => {
        const [a, b] = [this.#groups.find(one), this.#groups.find(other)];
        return [`${a}\n${b}`, `${b}\n${a}`];
      }),
    );
    return {
      groupOf: (key) => this.#groups.find(key),
      areApart: (group, other) => apart.has(`${group}\n${other}`),
      groups: Map.groupBy(keys, (key) => this.#groups.find(key)),
    };
  }
}

/** What splits and merges that nobody took back say of these reports; the newest first, so that it stands. */
export function linksOf(groupings: readonly Grouping[], reports: readonly Linkable[]): Links {
  const live = groupings.filter(({ undone }) => !undone);
  if (live.length === 0) return NO_LINKS;
  const builder = new Builder();
  const keys = new Set<string>();
  for (const { groups } of live.toReversed()) {
    const found = groups.map((anchors) => anchors.flatMap((anchor) => resolveAnchor(anchor, reports) ?? []).map(keyOf));
    for (const key of found.flat()) keys.add(key);
    builder.take(found);
  }
  return builder.links([...keys]);
}
