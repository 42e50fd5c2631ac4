import { type FormEvent, useId, useState } from "react";
import type { BriefEdits, Imprint } from "../../../src/schema/index.ts";
import type { Editing } from "./use-edits.ts";

const LARGEST = 2_000_000;

const FIELDS = [
  ["byline", "Byline", "A. Analyst"],
  ["organisation", "Organisation", "Institute of …"],
  ["marking", "Marking on every page", "For official use, or Embargoed until 1 March"],
] as const;

/** Who issues the brief and how it may be passed on. */
export function ImprintForm({ edits, title, editing }: { edits: BriefEdits; title: string; editing: Editing }) {
  const [imprint, setImprint] = useState<Imprint>(edits.imprint ?? {});
  const [own, setOwn] = useState(edits.title ?? "");
  const [fault, setFault] = useState("");
  const ids = { title: useId(), logo: useId() };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = Object.fromEntries(Object.entries(imprint).filter(([, value]) => value.trim() !== ""));
    editing.change(({ title: _title, imprint: _imprint, ...kept }) => ({
      ...kept,
      ...(own.trim() && { title: own.trim() }),
      ...(Object.keys(given).length > 0 && { imprint: given }),
    }));
  };
  return (
    <details className="imprint no-print">
      <summary>Title, byline, logo and marking</summary>
      <form onSubmit={submit}>
        <label htmlFor={ids.title}>Title</label>
        <input
          id={ids.title}
          value={own}
          maxLength={300}
          placeholder={title}
          onChange={(event) => setOwn(event.target.value)}
        />
        {FIELDS.map(([name, label, example]) => (
          <label key={name}>
            <span>{label}</span>
            <input
              value={imprint[name] ?? ""}
              maxLength={200}
              placeholder={example}
              onChange={(event) => setImprint({ ...imprint, [name]: event.target.value })}
            />
          </label>
        ))}
        <label htmlFor={ids.logo}>Logo (PNG, JPEG or SVG)</label>
        <input
          id={ids.logo}
          type="file"
          accept="image/png,image/jpeg,image/svg+xml"
          onChange={(event) =>
            void readLogo(event.target.files?.[0], setFault, (logo) => setImprint({ ...imprint, logo }))
          }
        />
        {imprint.logo && (
          <p className="logo-shown">
            <img src={imprint.logo} alt="The logo" />
            <button type="button" className="plain" onClick={() => setImprint(({ logo: _logo, ...rest }) => rest)}>
              Take it out
            </button>
          </p>
        )}
        {fault && (
          <p role="alert" className="small">
            {fault}
          </p>
        )}
        <button type="submit">Keep</button>
      </form>
    </details>
  );
}

/** The file as a data URL; the service looks whether it is an image. */
async function readLogo(
  file: File | undefined,
  onFault: (words: string) => void,
  onLogo: (url: string) => void,
): Promise<void> {
  if (!file) return;
  if (file.size > LARGEST) return onFault("The logo is larger than 2 MB.");
  const reader = new FileReader();
  const read = new Promise<string>((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
  });
  reader.readAsDataURL(file);
  onLogo(await read);
  onFault("");
}
