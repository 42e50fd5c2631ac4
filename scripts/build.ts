import { build } from "esbuild";

/** Compiles the command for the published package: dist/cli.js, its dependencies left to npm. */
await build({
  entryPoints: ["src/cli/main.ts"],
  outfile: "dist/cli.js",
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node22.12",
  sourcemap: true,
});
console.log("dist/cli.js");
