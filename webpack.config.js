import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const at = (...parts) => resolve(here, ...parts);

const loader = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: "swc-loader",
    options: {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        target: "es2022",
        transform: { react: { runtime: "automatic" } },
      },
    },
  },
};

/** Fills the script names of an entry into an html template and writes down what loads initially. */
class HtmlPages {
  constructor(pages) {
    this.pages = pages;
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tap("HtmlPages", (compilation) => {
      const out = compilation.outputOptions.path;
      for (const { entry, template, file, statsFile } of this.pages) {
        const scripts = compilation.entrypoints
          .get(entry)
          .getFiles()
          .filter((name) => name.endsWith(".js"));
        const tags = scripts.map(
          (name) => `<script defer src="${compilation.outputOptions.publicPath}${name}"></script>`,
        );
        mkdirSync(out, { recursive: true });
        writeFileSync(
          join(out, file),
          readFileSync(template, "utf8").replace(/<!--\s*scripts\s*-->/u, tags.join("\n    ")),
        );
        if (statsFile) writeFileSync(join(out, statsFile), JSON.stringify(scripts));
      }
    });
  }
}

const base = (name, entry, path, publicPath, extra = {}) => ({
  name,
  target: "web",
  entry,
  output: {
    path,
    publicPath,
    filename: name === "tab" ? "[name].[contenthash:8].js" : "[name].js",
    chunkFilename: "[name].[contenthash:8].js",
    clean: true,
  },
  module: { rules: [loader] },
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  performance: false,
  devtool: false,
  // What two pages share travels once from 8 kB on; by the bundler's own 20 kB each page has a copy, 19 kB gzip in all.
  optimization: { chunkIds: "named", splitChunks: { minSize: 8000 } },
  cache: { type: "filesystem", name, buildDependencies: { config: [fileURLToPath(import.meta.url)] } },
  ...extra,
});

export default [
  base(
    "tab",
    { tab: at("src/tab/app/tab-entry.tsx"), redirect: at("src/tab/host/redirect-entry.ts") },
    at("build/tab"),
    "/tab/",
    {
      plugins: [
        new HtmlPages([
          { entry: "tab", template: at("src/tab/app/tab.html"), file: "index.html", statsFile: "initial-scripts.json" },
          { entry: "redirect", template: at("src/tab/host/redirect.html"), file: "redirect.html" },
        ]),
      ],
    },
  ),
  base(
    "workspace",
    {
      host: at("src/workspace/teams-host/pages/host-entry.tsx"),
      sharepoint: at("src/workspace/sharepoint-pages/pages/sharepoint-entry.tsx"),
    },
    at("build/workspace"),
    "/assets/",
  ),
];
