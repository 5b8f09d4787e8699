// Builds the page into ../built (or the folder given), byte for byte the same for the same sources.
import { readdir, readFile, rm, writeFile, mkdir } from "node:fs/promises";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const into = path.resolve(process.argv[2] ?? path.join(here, "..", "built"));

/** Slack's emoji names and what they show: all that the page needs of a large data set. */
const emoji = {
  name: "emoji",
  setup(build) {
    build.onResolve({ filter: /^virtual:emoji$/ }, () => ({ path: "emoji", namespace: "emoji" }));
    build.onLoad({ filter: /.*/, namespace: "emoji" }, async () => {
      const all = JSON.parse(await readFile(path.join(here, "node_modules/emoji-datasource/emoji.json"), "utf8"));
      const shown = {};
      for (const one of all.sort((a, b) => a.sort_order - b.sort_order)) {
        const text = String.fromCodePoint(...one.unified.split("-").map((part) => parseInt(part, 16)));
        for (const name of one.short_names) shown[name] = text;
      }
      return { contents: JSON.stringify(shown), loader: "json" };
    });
  },
};

const done = await esbuild.build({
  absWorkingDir: here,
  entryPoints: { page: "src/main.tsx" },
  outdir: into,
  write: false,
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["chrome111", "firefox114", "safari16.4"],
  minify: true,
  charset: "utf8",
  legalComments: "none",
  entryNames: "[name]-[hash]",
  chunkNames: "part-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".svg": "dataurl" },
  define: { "process.env.NODE_ENV": '"production"' },
  alias: { react: "preact/compat", "react-dom": "preact/compat" },
  jsx: "automatic",
  jsxImportSource: "preact",
  plugins: [emoji],
  metafile: true,
  logLevel: "warning",
});

const nameOf = (file) => path.basename(file.path);
const scripts = done.outputFiles.filter((file) => file.path.endsWith(".js"));
const entry = nameOf(scripts.find((file) => nameOf(file).startsWith("page-")));
// Nothing loads the styles of a part that comes with import(): one sheet holds all of them, those of the page first.
const sheets = done.outputFiles.filter((file) => file.path.endsWith(".css"));
sheets.sort((one, other) => Number(nameOf(other).startsWith("page-")) - Number(nameOf(one).startsWith("page-")));
const styles = sheets.map((file) => file.text).join("");
const digest = (text) => createHash("sha256").update(text).digest("hex").slice(0, 8).toUpperCase();
const sheet = `page-${digest(styles)}.css`;
const files = new Map([...scripts.map((file) => [nameOf(file), file.text]), [sheet, styles]]);

await rm(into, { recursive: true, force: true });
await mkdir(into, { recursive: true });
for (const [name, text] of files) await writeFile(path.join(into, name), text);
// What the first script imports is asked for together with it, not after it.
const preloads = atOnce(entry).map((name) => `<link rel="modulepreload" href="/page/${name}">`);
const html = (await readFile(path.join(here, "src/index.html"), "utf8"))
  .replace("%STYLE%", sheet)
  .replace("%SCRIPT%", entry)
  .replace("%PRELOADS%", preloads.join("\n    "));
await writeFile(path.join(into, "index.html"), html);
await writeFile(path.join(into, "LICENSES.txt"), await licenses(done.metafile));

const size = (names) => names.reduce((sum, name) => sum + gzipSync(files.get(name), { level: 9 }).length, 0);
const kilobytes = (names) => Math.round(size(names) / 1000);
const all = [...files.keys()].sort();
console.log(`${all.length} files, ${kilobytes(all)} kB compressed, at first`);
console.log(`  ${kilobytes([entry, ...atOnce(entry)])} kB of script and ${kilobytes([sheet])} kB of style`);
console.log(`  ${digest(all.join())}`);

/** The scripts that a script imports as it begins, and those that these import. */
function atOnce(name, found = new Set()) {
  const output = Object.entries(done.metafile.outputs).find(([file]) => path.basename(file) === name)[1];
  for (const { path: file, kind } of output.imports) {
    const imported = path.basename(file);
    if (kind !== "import-statement" || found.has(imported)) continue;
    found.add(imported);
    atOnce(imported, found);
  }
  return [...found].sort();
}

/** The licence texts of everything that is in the bundle. */
async function licenses(meta) {
  const packages = new Set();
  for (const input of Object.keys(meta.inputs)) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input);
    if (found) packages.add(found[1]);
  }
  packages.add("emoji-datasource");
  const parts = [];
  for (const name of [...packages].sort()) {
    const folder = path.join(here, "node_modules", name);
    const { version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
    const text = file ? await readFile(path.join(folder, file), "utf8") : "";
    parts.push(`${name} ${version} (${license})\n\n${text.trim()}\n`);
  }
  return parts.join("\n----\n\n");
}
