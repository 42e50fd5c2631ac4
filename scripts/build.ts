import { build } from "esbuild";

/** Compiles the command and the thread that codes for the published package; their dependencies are left to npm. */
await build({
  entryPoints: { cli: "src/cli/main.ts", worker: "src/desk/jobs/worker.ts" },
  outdir: "dist",
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node22.12",
  sourcemap: true,
});
console.log("dist/cli.js, dist/worker.js");
