import { useState } from "react";
import type { QuotationCard } from "../../../src/schema/index.ts";
import { Empty } from "../../parts/load.tsx";
import { QuotationItem } from "../../parts/quotation.tsx";

const STEP = 20;

/** What the two sides said, each in its document. */
export function QuotationList({ quotations }: { quotations: readonly QuotationCard[] }) {
  const [shown, setShown] = useState(STEP);
  if (quotations.length === 0) return <Empty title="No quotation">Nobody of the two is quoted in this period.</Empty>;
  return (
    <>
      <ul className="quotations">
        {quotations.slice(0, shown).map((quotation) => (
          <li key={`${quotation.source.document} ${quotation.id}`}>
            <QuotationItem quotation={quotation} />
          </li>
        ))}
      </ul>
      {shown < quotations.length && (
        <button type="button" onClick={() => setShown(shown + STEP)}>
          Show {Math.min(STEP, quotations.length - shown)} more of {quotations.length}
        </button>
      )}
    </>
  );
}
