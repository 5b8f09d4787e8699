// Runs the tests in test/ by node's own runner: each is bundled as the page is, without its styles.
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const into = await mkdtemp(path.join(tmpdir(), "page-tests-"));
const names = (await readdir(path.join(here, "test")))
  .filter((name) => name.endsWith(".test.ts") || name.endsWith(".test.tsx"))
  .sort();
const styles = {
  name: "styles",
  setup: (build) => void build.onLoad({ filter: /\.css$/ }, () => ({ contents: "", loader: "js" })),
};

try {
  await esbuild.build({
    absWorkingDir: here,
    entryPoints: names.map((name) => `test/${name}`),
    outdir: into,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["virtual:emoji"],
    alias: { react: "preact/compat", "react-dom": "preact/compat" },
    jsx: "automatic",
    jsxImportSource: "preact",
    plugins: [styles],
    logLevel: "warning",
  });
  const built = (await readdir(into)).filter((name) => name.endsWith(".mjs")).map((name) => path.join(into, name));
  process.exitCode = spawnSync(process.execPath, ["--test", ...built], { stdio: "inherit" }).status ?? 1;
} finally {
  await rm(into, { recursive: true, force: true });
}
