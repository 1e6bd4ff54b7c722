// Writes colours.json from designsystemet.config.json, with Designsystemet's own tool: `npm run colours`, when a colour changes.
// The tool is large, so it is fetched only then; the build needs nothing but the numbers that it found.
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const work = await mkdtemp(join(tmpdir(), "colours-"));
const config = JSON.parse(await readFile(join(here, "designsystemet.config.json"), "utf8"));
await writeFile(join(work, "config.json"), JSON.stringify({ ...config, outDir: join(work, "tokens") }));
const tool = (...words) => execFileSync("npx", ["--yes", "@digdir/designsystemet@1.15.0", "tokens", ...words], { cwd: work, stdio: "inherit" });
tool("create", "--config", "config.json");
tool("build", "--tokens", "tokens", "--out-dir", "theme");

const file = (await readdir(join(work, "theme"))).find((name) => name.endsWith(".css"));
const css = await readFile(join(work, "theme", file), "utf8");
const found = {};
for (const [, scheme, block] of css.matchAll(/@layer ds\.theme\.color-scheme\.(light|dark) \{([\s\S]*?)\n\}\n/g)) {
  found[scheme] = {};
  for (const [, colour, role, value] of block.matchAll(/--ds-color-([a-z]+)-([a-z-]+): (#[0-9a-fA-F]{6});/g)) (found[scheme][colour] ??= {})[role] = value.toLowerCase();
}
await writeFile(join(here, "colours.json"), `${JSON.stringify(found, null, 1)}\n`);
await rm(work, { recursive: true });
