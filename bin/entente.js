#!/usr/bin/env node
import { existsSync } from "node:fs";
import * as module from "node:module";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(
    `entente: this is Node ${process.versions.node}; Entente needs 22.12 or later. Run it as \`npx entente\`, which brings its own.\n`,
  );
  process.exit(6);
}

// Compiled code (and types stripped) is kept between runs; the start is twice as fast.
module.enableCompileCache?.();

// A checkout runs from its sources; the published package holds them compiled.
const source = new URL("../src/cli/main.ts", import.meta.url);
const { main } = await import(existsSync(source) ? source.href : new URL("../dist/cli.js", import.meta.url).href);
process.exitCode = await main(process.argv);
