export interface Download {
  readonly label: string;
  readonly ending: string;
  readonly make: () => Promise<Blob>;
}

/** Saves a figure or its data as a file. */
export function Downloads({ name, files }: { name: string; files: readonly Download[] }) {
  return (
    <p className="downloads">
      <span>Save as</span>
      {files.map((file) => (
        <button key={file.label} type="button" className="plain" onClick={() => void save(name, file)}>
          {file.label}
        </button>
      ))}
    </p>
  );
}

async function save(name: string, { ending, make }: Download): Promise<void> {
  const url = URL.createObjectURL(await make());
  Object.assign(document.createElement("a"), { href: url, download: `${name}.${ending}` }).click();
  URL.revokeObjectURL(url);
}
