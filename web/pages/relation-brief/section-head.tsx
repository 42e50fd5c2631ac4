import type { BriefSection } from "../../../src/schema/index.ts";

/** Moves a section a place further up or down; with `whole` the part it stands in. */
export type MoveSection = (section: BriefSection, by: -1 | 1, whole?: boolean) => void;

interface Props {
  readonly section: BriefSection;
  readonly level: "h2" | "h3";
  /** The heading of the part in place of the section's own. */
  readonly whole?: boolean;
  readonly onMove?: MoveSection;
}

/** A heading of a brief; where it is edited, with buttons that move what stands under it. */
export function SectionHead({ section, level: Level, whole = false, onMove }: Props) {
  const words = (whole ? section.part : section.heading) ?? section.heading;
  if (!onMove) return <Level>{words}</Level>;
  return (
    <div className="section-head">
      <Level>{words}</Level>
      <span className="no-print">
        {([-1, 1] as const).map((by) => (
          <button
            key={by}
            type="button"
            className="plain"
            data-move={`${section.id} ${by}${whole ? " whole" : ""}`}
            aria-label={`Move “${words}” ${by < 0 ? "up" : "down"}`}
            onClick={() => onMove(section, by, whole)}
          >
            {by < 0 ? "↑" : "↓"}
          </button>
        ))}
      </span>
    </div>
  );
}
