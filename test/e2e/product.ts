import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** The product as a newcomer starts it, on ports and data of its own. */
export interface Product {
  readonly port: number;
  readonly host: string;
  readonly service: string;
  readonly graph: string;
  readonly identity: string;
  readonly sharePoint: string;
  /** Folder of its data; the service's key lies in it. */
  readonly data: string;
  /** Everything the start printed. */
  readonly printed: () => string;
  stop(): Promise<void>;
}

/** Starts the whole product and waits for its ready line. */
export async function startProduct(environment: Record<string, string>): Promise<Product> {
  const port = await freePorts(5);
  const data = mkdtempSync(join(tmpdir(), "fremdrift-e2e-"));
  const child = spawn(process.execPath, ["scripts/serve.ts"], {
    cwd: root,
    env: { ...process.env, ...environment, PORT: String(port), FREMDRIFT_DATA: data },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  child.stdout?.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  await ready(child, () => printed);
  const at = (offset: number) => `http://localhost:${port + offset}`;
  return {
    port,
    host: at(0),
    service: at(1),
    graph: at(2),
    identity: at(3),
    sharePoint: at(4),
    data,
    printed: () => printed,
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function ready(child: ChildProcess, printed: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (/Fremdrift ready: /u.test(printed())) resolve();
    };
    child.stdout?.on("data", look);
    child.once("exit", (code) => reject(new Error(`the product ended with ${code}:\n${printed()}`)));
  });
}

/** The first of some free ports in a row. */
async function freePorts(count: number): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const first = await canListen(0);
    if (first === undefined) continue;
    const rest = await Promise.all(Array.from({ length: count - 1 }, (_, index) => canListen(first + index + 1)));
    if (rest.every((port) => port !== undefined)) return first;
  }
  throw new Error("no free ports in a row");
}

function canListen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const taken = typeof address === "object" && address ? address.port : undefined;
      server.close(() => resolve(taken));
    });
  });
}
