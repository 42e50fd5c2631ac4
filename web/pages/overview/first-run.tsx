import { Link } from "@tanstack/react-router";

/** The first page of an empty ledger: what this is, and how to begin. */
export function FirstRun() {
  return (
    <div className="first-run">
      <h1>The ledger is empty</h1>
      <p className="lead">
        Entente reads what is published about states and keeps a ledger of who did what to whom, and who said so. Every
        entry is tied to the exact words it came from. Nothing leaves this machine.
      </p>
      <ol className="ways">
        <li>
          <h2>Read one text</h2>
          <p>Paste an article or give its address, see it coded, and keep it if you like.</p>
          <Link to="/read" className="button main">
            Read a text
          </Link>
        </li>
        <li>
          <h2>Add your own</h2>
          <p>A file, or a folder of texts and pages, from a terminal:</p>
          <code className="command">npx entente add my-articles/</code>
        </li>
        <li>
          <h2>Look at the samples</h2>
          <p>The sample archive that comes with Entente, ten pairs of states from 2019 to 2024:</p>
          <code className="command">npx entente serve --samples</code>
        </li>
      </ol>
    </div>
  );
}
