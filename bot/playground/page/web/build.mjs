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

await rm(into, { recursive: true, force: true });
await mkdir(into, { recursive: true });
const names = done.outputFiles.map((file) => path.basename(file.path)).sort();
for (const file of done.outputFiles) await writeFile(path.join(into, path.basename(file.path)), file.contents);
const entry = (suffix) => names.find((name) => name.startsWith("page-") && name.endsWith(suffix));
const html = (await readFile(path.join(here, "src/index.html"), "utf8"))
  .replace("%STYLE%", entry(".css"))
  .replace("%SCRIPT%", entry(".js"));
await writeFile(path.join(into, "index.html"), html);
await writeFile(path.join(into, "LICENSES.txt"), await licenses(done.metafile));

const sizes = done.outputFiles.map((file) => gzipSync(file.contents, { level: 9 }).length);
const first = done.outputFiles.find((file) => path.basename(file.path) === entry(".js"));
const digest = createHash("sha256");
for (const file of [...done.outputFiles].sort((a, b) => (a.path < b.path ? -1 : 1))) digest.update(file.contents);
console.log(`${names.length} files, ${Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1000)} kB compressed,`);
console.log(`  of which at first ${Math.round(gzipSync(first.contents, { level: 9 }).length / 1000)} kB of script`);
console.log(`  ${digest.digest("hex").slice(0, 16)}`);

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
