import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type Bench,
  openBench,
  serviceToken,
  strangerToken,
  tokenOf,
} from "#workspace/graph-server/graph-server.test-support.ts";
import { type LoopbackServer, serveLoopback } from "#workspace/serve-loopback.ts";
import { allChecks } from "./all-checks.ts";
import { conform } from "./conform.ts";

let bench: Bench;
let listener: LoopbackServer;
let folder: string;
/** What lies between the listener and the workspace. */
let between: (answer: Response) => Response;
/** The workspace, or what stands in for it. */
let through: (request: Request) => Promise<Response>;
beforeEach(async () => {
  between = (answer) => answer;
  listener = await serveLoopback(async (request) => between(await through(request)), 0);
  bench = openBench({ origin: `http://localhost:${listener.port}` });
  through = bench.server.fetch;
  folder = mkdtempSync(join(tmpdir(), "conform-"));
  writeFileSync(join(folder, "token"), `${tokenOf("ejer")}\n`);
});
afterEach(async () => {
  await listener.close();
  bench.server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command as a person does; answers its lines and its exit code. */
async function runCommand(...typed: readonly string[]) {
  const root = join(import.meta.dirname, "../../..");
  const command = spawn(process.execPath, ["scripts/conform.mjs", ...typed], {
    cwd: root,
    env: { ...process.env, NODE_NO_WARNINGS: "1" },
  });
  let output = "";
  command.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  command.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve) => command.on("close", resolve));
  const lines = output.trimEnd().split("\n");
  return { code, lines, of: (id: string) => lines.filter((line) => line.startsWith(`${id} `)) };
}

const place = () =>
  `--graph http://localhost:${listener.port}/v1.0 --site kommune.sharepoint.example:/sites/aaben --token @${join(folder, "token")}`.split(
    " ",
  );

test("npm run conform tells of every line how this Graph stands to it, and leaves the site as it was", async () => {
  const callers = ["--stranger-token", tokenOf("udenfor"), "--member-token", tokenOf("medlem")];
  const applications = ["--application-token", serviceToken, "--ungranted-token", strangerToken];
  const { code, lines, of } = await runCommand(...place(), ...callers, ...applications);
  expect(lines.filter((line) => line.includes(" afviger "))).toEqual([]);
  expect(lines.filter((line) => /^G-\d+ /u.test(line))).toHaveLength(allChecks.length);
  expect(of("G-37")).toEqual(["G-37   ok           gives a new item a number and an eTag"]);
  const notTried = lines.filter((line) => line.includes(" ikke prøvet ")).map((line) => line.split(" ")[0]);
  expect(notTried).toEqual(["G-05", "G-06", "G-71", "G-78", "G-80", "G-86", "G-102", "G-103", "G-108", "G-108"]);
  expect(lines).toContain("                    needs a token of kind 'expired'");
  expect(lines.at(-1)).toBe(`${allChecks.length - notTried.length} ok, 0 afviger, ${notTried.length} ikke prøvet`);
  expect(code).toBe(0);
  const left = await bench.call("GET", `${bench.site}/lists`);
  expect([left.at("value", 0, "displayName"), left.at("value", 1)]).toEqual(["Dokumenter", undefined]);
}, 60_000);

test("npm run conform says what was expected and what came where a Graph differs", async () => {
  between = (answer) => (answer.status === 412 ? new Response("{}", { status: 200 }) : answer);
  const { code, lines, of } = await runCommand(...place(), "--only", "G-63,G-64", "--en");
  expect(of("G-63")).toEqual(["G-63   differs      lets the current eTag pass, a stale one not"]);
  expect(lines[1]).toContain("status: expected 409 or 412, came 200");
  expect(of("G-64")[0]).toContain(" ok ");
  expect([lines.at(-1), code]).toEqual(["1 ok, 1 differ, 0 not tried", 1]);
}, 60_000);

test("npm run conform sends no token over http to another machine", async () => {
  const { code, lines } = await runCommand(
    "--graph",
    "http://graph.example/v1.0",
    "--site",
    "x:/sites/y",
    "--token",
    "t",
  );
  expect([code, lines[0]?.startsWith("npm run conform -- --graph")]).toEqual([2, true]);
});

test("npm run conform names the flag of a token it cannot send, and says nothing of the token", async () => {
  const file = join(folder, "broken");
  writeFileSync(file, "hemmelig-en\nhemmelig-to\n");
  for (const token of [`@${file}`, "@hemmelig-fil", "hemmelig token", "hemmelig\n", "@", ""]) {
    const said: string[] = [];
    const code = await conform([...place(), "--member-token", token, "--en"], (line) => said.push(line));
    expect(code).toBe(2);
    expect(said).toEqual(["--member-token: expected one token, or @ and a file with one token on one line."]);
  }
});

describe("a site no list can be made in", () => {
  /** Runs some checks against a workspace that answers every attempt to make a list so. */
  async function conformWhere(status: number) {
    const said: string[] = [];
    const fetch = bench.server.fetch;
    const body = JSON.stringify({ error: { code: "accessDenied", message: "No." } });
    const headers = { "Content-Type": "application/json" };
    through = (request) =>
      request.method === "POST" && request.url.endsWith("/lists")
        ? Promise.resolve(new Response(body, { status, headers }))
        : fetch(request);
    const code = await conform([...place(), "--only", "G-01,G-24,G-37", "--en"], (line) => said.push(line));
    return { code, said };
  }

  test.each([401, 403])("%i: nothing of lists was tried, and the command does not end well", async (status) => {
    const { code, said } = await conformWhere(status);
    expect(said.at(-2)).toBe("1 ok, 0 differ, 2 not tried");
    expect(said.at(-1)).toBe("The owner's token may make no lists here: what needs one was not tried.");
    expect(code).toBe(1);
  });

  test.each([400, 404, 500])("%i: a Graph that cannot make a list differs", async (status) => {
    const { code, said } = await conformWhere(status);
    expect(said.at(-1)).toBe("1 ok, 2 differ, 0 not tried");
    expect(said.some((line) => line.includes(`status: expected 201, came ${status}`))).toBe(true);
    expect(code).toBe(1);
  });
});
