/** What to do about a failure, in the catalogue's words; commands stand as code. */
export function Remedy({ of: { remedy } }: { of: { readonly remedy: string } }) {
  return (
    <span className="muted">
      {remedy.split("`").map((part, at) => (at % 2 === 1 ? <code key={part}>{part}</code> : part))}
    </span>
  );
}
