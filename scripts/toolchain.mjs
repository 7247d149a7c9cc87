// What start, test and the other commands need before they can run: packages, Node 24, a browser bundle.
// Plain JavaScript for Node 20 and newer, so that it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Prints a plain line of progress. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Ends the command with one sentence that says what to do. */
export function stop(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** Installs the packages of the lock file when they are missing or of another lock file. */
export function ensurePackages() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules", ".fremdrift-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  say("Installing packages (a few minutes the first time) …");
  // Not `npm ci`: it refuses a lock file that lacks other platforms' optional packages, which a mirror may not hold.
  const npm = spawnSync("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) stop("The packages could not be installed: run 'npm install' and read its message.");
  writeFileSync(stamp, lock);
}

/** The Node that runs TypeScript directly: the running one when it is 24.15 or newer, else the platform package. */
export function node24() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 24 || (major === 24 && minor >= 15)) return process.execPath;
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const binary = join(root, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(binary)) return binary;
  return stop("Fremdrift needs Node 24.15 or newer on this kind of machine: install it from nodejs.org and try again.");
}

/** Environment in which `node` is Node 24 and local binaries are found. */
export function environment(extra = {}) {
  const separator = process.platform === "win32" ? ";" : ":";
  const path = [dirname(node24()), join(root, "node_modules", ".bin"), process.env.PATH ?? ""].join(separator);
  return { ...process.env, PATH: path, NODE_NO_WARNINGS: "1", ...extra };
}

/** Runs a program with Node 24 and answers its exit code. */
export function run(args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(node24(), args, {
      cwd: root,
      stdio: "inherit",
      env: environment(options.env),
      ...options.spawn,
    });
    const forward = (signal) => child.kill(signal);
    process.on("SIGINT", forward);
    process.on("SIGTERM", forward);
    // npm hands a SIGTERM to its shell only; when that is gone, what it started ends too.
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid !== parent && forward("SIGTERM"), 1000);
    child.on("exit", (code, signal) => {
      clearInterval(watch);
      process.off("SIGINT", forward);
      process.off("SIGTERM", forward);
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}

/** Builds the browser bundles when their sources have changed since the last build. */
export async function ensureBundles() {
  const stamp = join(root, "build", ".sources");
  const now = fingerprint([
    "src/tab",
    "src/contract",
    "src/domain",
    "src/workspace",
    "webpack.config.js",
    "package-lock.json",
  ]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  say("Building the screens …");
  const code = await run([join("node_modules", "webpack", "bin", "webpack.js"), "--mode", "production"], {
    spawn: { stdio: ["ignore", process.env.FREMDRIFT_VERBOSE ? "inherit" : "ignore", "inherit"] },
  });
  if (code !== 0) stop("The screens could not be built: run 'npm run build' and read its message.");
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

function fingerprint(paths) {
  const hash = createHash("sha256");
  const visit = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) visit(join(path, name));
      return;
    }
    if (path.includes(".test.")) return;
    hash.update(relative(root, full)).update(readFileSync(full));
  };
  for (const path of paths) visit(path);
  return hash.digest("hex");
}

/** The system's Chromium, installed from Debian's packages where that is possible. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.platform === "linux" && process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    say("Installing Chromium for the tests …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update"], { stdio: "ignore", env });
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { stdio: "ignore", env });
  }
  return findChromium() ?? stop("The browser tests need Chromium: install it, or name it in CHROMIUM_PATH.");
}

function findChromium() {
  const candidates = [
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ];
  return candidates.find((path) => path && existsSync(path));
}
