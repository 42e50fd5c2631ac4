import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Our own floors only declare: what a page takes from a folder's door does not bring the rest of the folder along. */
const OURS = /\/src\/(schema|figures|measures|knowledge|coding|language)\//;

const NO_ZOD = `
const forbidden = () => { throw new Error("The pages hold no schemas."); };
const schema = new Proxy(() => schema, {
  get: (_, name) => (/^(safe)?(parse|encode|decode)/i.test(String(name)) ? forbidden : schema),
  apply: () => schema,
});
export const z = schema;`;

/** The pages take types and constants from src/schema and check nothing by it: zod stays out of them, 28 kB. */
const withoutZod: Plugin = {
  name: "without-zod",
  enforce: "pre",
  resolveId: (source) => (source === "zod" ? "\0no-zod" : undefined),
  load: (id) => (id === "\0no-zod" ? NO_ZOD : undefined),
};

/**
 * The pages are built to dist/web, and `entente serve` serves them; `vite --config web/vite.config.ts` develops them against a running service.
 * `--mode try` builds the coder's page alone to dist/try: files for any web server, under any folder.
 */
export default defineConfig(({ mode }) => ({
  root: mode === "try" ? `${import.meta.dirname}/try-site` : import.meta.dirname,
  base: mode === "try" ? "./" : "/",
  publicDir: `${import.meta.dirname}/public`,
  plugins: [react(), withoutZod],
  build: {
    outDir: `${import.meta.dirname}/../dist/${mode === "try" ? "try" : "web"}`,
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    rolldownOptions: { treeshake: { moduleSideEffects: (id: string) => !OURS.test(id) } },
  },
  worker: { format: "es" as const },
  server: { proxy: { "/api": "http://127.0.0.1:4600" } },
}));
