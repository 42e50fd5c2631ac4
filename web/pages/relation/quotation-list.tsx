import { useState } from "react";
import type { QuotationCard } from "../../../src/schema/index.ts";
import { Empty } from "../../parts/load.tsx";
import { EvidenceLink, SourceLine } from "../../parts/source.tsx";

const STEP = 20;

const KIND = { direct: "", indirect: "in the reporter's words", mixed: "partly quoted" } as const;

/** What the two sides said, each in its document. */
export function QuotationList({ quotations }: { quotations: readonly QuotationCard[] }) {
  const [shown, setShown] = useState(STEP);
  if (quotations.length === 0) return <Empty title="No quotation">Nobody of the two is quoted in this period.</Empty>;
  return (
    <>
      <ul className="quotations">
        {quotations.slice(0, shown).map((quotation) => (
          <li key={`${quotation.source.document} ${quotation.id}`}>
            <EvidenceLink source={quotation.source} spans={quotation.spans} className="words" step>
              {quotation.words}
            </EvidenceLink>
            <p>
              <strong>{quotation.speaker}</strong>{" "}
              {quotation.country && <span className="code">{quotation.country}</span>}{" "}
              <span className="muted">{KIND[quotation.kind]}</span>
            </p>
            <SourceLine source={quotation.source} />
          </li>
        ))}
      </ul>
      {shown < quotations.length && (
        <button type="button" onClick={() => setShown(shown + STEP)}>
          Show more of {quotations.length - shown}
        </button>
      )}
    </>
  );
}
