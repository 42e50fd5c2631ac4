/** A labelled report: the event that it tells of, and the incident that it was put into. */
export interface Placed {
  readonly event: string;
  readonly incident: number;
}

/** Percentages. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

const scoreOf = (precision: number, recall: number): Score => ({
  precision,
  recall,
  f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
});

/** A pair of reports: whether it is of one event, and whether it was put into one incident. */
export interface Judged {
  readonly same: boolean;
  readonly together: boolean;
}

/** Precision and recall of "these two are one". */
export function pairwise(pairs: readonly Judged[]): Score {
  const both = pairs.filter(({ same, together }) => same && together).length;
  const together = pairs.filter((pair) => pair.together).length;
  const same = pairs.filter((pair) => pair.same).length;
  return scoreOf(percent(both, together), percent(both, same));
}

/** B-cubed (Bagga and Baldwin 1998): precision and recall of each report's incident, averaged over reports. */
export function bCubed(reports: readonly Placed[]): Score {
  let [precision, recall] = [0, 0];
  for (const one of reports) {
    const incident = reports.filter((other) => other.incident === one.incident);
    const event = reports.filter((other) => other.event === one.event);
    const both = incident.filter((other) => other.event === one.event).length;
    precision += both / incident.length;
    recall += both / event.length;
  }
  return scoreOf(percent(precision, reports.length), percent(recall, reports.length));
}
