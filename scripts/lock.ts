import { readFileSync, writeFileSync } from "node:fs";

/**
 * Completes package-lock.json with the builds for other platforms of packages that come as one package a platform.
 * npm leaves out what the registry at hand doesn't serve for the newest version, and `npm ci` then refuses the lock,
 * here and on those platforms.
 */
interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

const SYSTEMS = ["android", "darwin", "linux", "win32", "freebsd", "openbsd", "netbsd", "sunos", "aix", "openharmony"];
const PROCESSORS = ["arm64", "x64", "arm", "ia32", "ppc64", "s390x", "riscv64", "loong64", "mips64el", "wasm32"];

/** `@biomejs/cli-linux-x64-musl` is built for Linux on x64 with musl. */
function platformOf(name: string): Pick<Locked, "os" | "cpu" | "libc"> {
  const parts = name.split("/").at(-1)?.split("-") ?? [];
  const system = SYSTEMS.find((one) => parts.includes(one));
  const processor = PROCESSORS.find((one) => parts.includes(one));
  const library = parts.includes("musl") ? "musl" : parts.includes("gnu") ? "glibc" : undefined;
  return {
    ...(processor && { cpu: [processor] }),
    ...(library && { libc: [library] }),
    ...(system && { os: [system] }),
  };
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const packages: Record<string, Locked> = lock.packages;
const added: string[] = [];
for (const [path, { optionalDependencies, dev }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
    const here = [`${path}/node_modules/${name}`, `node_modules/${name}`];
    if (here.some((place) => Object.hasOwn(packages, place)) || !/^\d/.test(version)) continue;
    packages[`node_modules/${name}`] = { version, ...platformOf(name), ...(dev && { dev }), optional: true };
    added.push(`${name}@${version}`);
  }
}
const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
writeFileSync("package-lock.json", `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
console.log(added.length > 0 ? `added:\n  ${added.join("\n  ")}` : "the lock is complete");
