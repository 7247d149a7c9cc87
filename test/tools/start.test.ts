import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { endProgram, startProgram, whenReady } from "../../scripts/child-programs.ts";
import { emptyFolder, takeFolder } from "../../scripts/data-folder.ts";
import { requireFreePorts } from "../../scripts/free-ports.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fremdrift-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a data folder belongs to the start that came first, until that one has ended", () => {
  const end = takeFolder(folder);
  expect(() => takeFolder(folder)).toThrow(/already started .*FREMDRIFT_DATA/);
  end();
  takeFolder(folder)();
});

test("a folder that is begun anew is empty, and still belongs to who did it", () => {
  const end = takeFolder(folder);
  writeFileSync(join(folder, "demo-loaded"), "");
  emptyFolder(folder);
  expect(existsSync(join(folder, "demo-loaded"))).toBe(false);
  expect(() => takeFolder(folder)).toThrow("already started");
  end();
});

test("a start on ports where something answers is refused, and names the port", async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  await expect(requireFreePorts(port)).rejects.toThrow(`Port ${port} is in use`);
  server.close();
});

test("a program that ends before it is ready says why in its own words", async () => {
  const file = join(folder, "broken.mjs");
  writeFileSync(file, 'console.log("starting"); throw new Error("listen EADDRINUSE: 127.0.0.1:4281");');
  const program = startProgram(file, {}, join(folder, "log", "broken.log"));
  await expect(whenReady("http://127.0.0.1:9/", program, "The service")).rejects.toThrow(
    /^The service stopped before it was ready: Error: listen EADDRINUSE: 127\.0\.0\.1:4281 \(.*broken\.log\)$/,
  );
  await endProgram(program);
});
