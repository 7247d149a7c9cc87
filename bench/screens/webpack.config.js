import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import webpack from "webpack";
import productBuilds from "../../webpack.config.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const { module, resolve } = productBuilds[0];

const page = (title, script) => `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>${title}</title>
<link rel="icon" href="data:,"><meta name="viewport" content="width=device-width"></head>
<body><div id="root"></div><script defer src="${script}"></script></body></html>
`;

/** One script with everything in it, and a page that holds nothing else. */
const whole = (name, entry, publicPath) => ({
  name: `bench-${name}`,
  target: "web",
  entry: { [name]: join(root, entry) },
  output: { path: join(root, ".test-data/bench", name), publicPath, filename: "[name].js" },
  module,
  resolve,
  performance: false,
  devtool: false,
  plugins: [
    new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
    {
      apply(compiler) {
        compiler.hooks.afterEmit.tap("Page", ({ outputOptions: { path } }) => {
          writeFileSync(join(path, "index.html"), page(name, `${publicPath}${name}.js`));
        });
      },
    },
  ],
});

/** What the product's screens are compared with: the same tab as one script, and lists of other makes. */
export default [
  whole("naive", "src/tab/app/tab-entry.tsx", "/tab/"),
  whole("grids", "bench/screens/grid-page.tsx", "/"),
];
