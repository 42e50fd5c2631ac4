import { type FormEvent, useState } from "react";
import type { WatchView } from "../../../src/schema/index.ts";
import { watch } from "../../api/watch.ts";
import { Field } from "./fields.tsx";
import type { Run } from "./run.ts";

/** The mail server by which alerts, the digest and briefs go out. */
export function MailForm({ view: { mail }, run, busy }: { view: WatchView; run: Run; busy: boolean }) {
  const [fields, setFields] = useState({
    host: mail?.host ?? "",
    port: String(mail?.port ?? 587),
    secure: mail?.secure ?? false,
    user: mail?.user ?? "",
    password: "",
    from: mail?.from ?? "",
  });
  const set = (change: Partial<typeof fields>) => setFields({ ...fields, ...change });
  const text = (label: string, name: "host" | "user" | "from", placeholder: string) => (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          value={fields[name]}
          placeholder={placeholder}
          autoComplete="off"
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { host, port, secure, user, password, from } = fields;
    const given = { host, port: Number(port), secure, from, ...(user && { user }), ...(password && { password }) };
    if (await run(() => watch.saveMail(given))) set({ password: "" });
  };
  return (
    <section>
      <h2>Mail server</h2>
      <p className="muted">
        Kept in the data folder of the service, readable by its owner alone. The password is never shown again.
      </p>
      <form className="mail-form" onSubmit={(event) => void submit(event)}>
        {text("Server", "host", "mail.example.org")}
        <Field label="Port">
          {(id) => (
            <input
              id={id}
              type="number"
              min={1}
              max={65535}
              value={fields.port}
              onChange={(event) => set({ port: event.target.value })}
            />
          )}
        </Field>
        <label className="check">
          <input type="checkbox" checked={fields.secure} onChange={(event) => set({ secure: event.target.checked })} />{" "}
          TLS from the first byte (port 465)
        </label>
        {text("From", "from", "Entente <entente@example.org>")}
        {text("User, where the server asks for one", "user", "")}
        <Field label={mail?.hasPassword ? "Password (empty: as it is kept)" : "Password"}>
          {(id) => (
            <input
              id={id}
              type="password"
              autoComplete="new-password"
              value={fields.password}
              onChange={(event) => set({ password: event.target.value })}
            />
          )}
        </Field>
        <p className="actions">
          <button type="submit" disabled={busy || fields.host.trim() === "" || fields.from.trim() === ""}>
            Keep the mail server
          </button>
          {mail && (
            <button type="button" disabled={busy} onClick={() => void run(watch.forgetMail)}>
              Forget it
            </button>
          )}
        </p>
      </form>
    </section>
  );
}
