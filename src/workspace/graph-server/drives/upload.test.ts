import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Answer, type Bench, openBench } from "../graph-server.test-support.ts";

const unit = 320 * 1024;
let bench: Bench;
let drive: string;
beforeEach(async () => {
  bench = openBench();
  drive = `/drives/${(await bench.call("GET", `${bench.site}/lists/Dokumenter/drive`)).text("id")}`;
});
afterEach(() => bench.server.close());

const open = (name: string, conflict?: string): Promise<Answer> =>
  bench.call(
    "POST",
    `${drive}/root:/Sag%201/${name}:/createUploadSession`,
    conflict === undefined ? undefined : { item: { "@microsoft.graph.conflictBehavior": conflict, name } },
  );
const put = (url: string, bytes: number, range: string): Promise<Response> =>
  bench.server.fetch(
    new Request(url, { method: "PUT", body: new Uint8Array(bytes), headers: { "Content-Range": `bytes ${range}` } }),
  );

async function upload(
  name: string,
  conflict: string,
): Promise<{ status: number; body: { name?: string; size?: number } }> {
  const session = await open(name, conflict);
  const response = await put(session.text("uploadUrl"), 5, "0-4/5");
  return { status: response.status, body: (await response.json()) as { name?: string; size?: number } };
}

describe("a file in slices", () => {
  it("makes the file with folders on its way, once the last slice is there, as whoever began it", async () => {
    const url = (await open("stor.bin")).text("uploadUrl");
    expect((await put(url, unit, `0-${unit - 1}/${unit + 5}`)).status).toBe(202);
    expect((await bench.call("GET", `${drive}/root:/Sag%201/stor.bin`)).status).toBe(404);
    expect((await put(url, 5, `${unit}-${unit + 4}/${unit + 5}`)).status).toBe(201);
    const file = await bench.call("GET", `${drive}/root:/Sag%201/stor.bin`);
    expect(file.at("size")).toBe(unit + 5);
    expect(file.at("createdBy", "user", "displayName")).toBe("Ejnar Ejer");
  });

  it("fails, replaces or renames where the name is taken, as it was told", async () => {
    expect((await upload("a.txt", "fail")).status).toBe(201);
    expect(await upload("a.txt", "rename")).toMatchObject({ status: 201, body: { name: "a 1.txt" } });
    expect(await upload("a.txt", "replace")).toMatchObject({ status: 200, body: { name: "a.txt" } });
    expect((await open("a.txt")).status).toBe(409);
    const early = (await open("b.txt", "fail")).text("uploadUrl");
    await upload("b.txt", "fail");
    expect((await put(early, 5, "0-4/5")).status).toBe(409);
  });

  it.each([
    ["without a range", 5, "x"],
    ["of another length than its range", 5, "0-3/4"],
    ["of 60 MiB", 60 * 1024 * 1024, `0-${60 * 1024 * 1024 - 1}/${200 * 1024 * 1024}`],
  ])("refuses a slice %s", async (_, bytes, range) => {
    expect((await put((await open("a.txt")).text("uploadUrl"), bytes, range)).status).toBe(400);
  });

  it("refuses a slice of no bytes on the way, and takes the next one", async () => {
    const url = (await open("a.txt")).text("uploadUrl");
    const total = unit + 5;
    expect((await put(url, 0, `0-0/${total}`)).status).toBe(400);
    expect((await put(url, unit, `0-${unit - 1}/${total}`)).status).toBe(202);
    expect((await put(url, 0, `${unit}-${unit - 1}/${total}`)).status).toBe(400);
    expect((await put(url, 5, `${unit}-${unit + 4}/${total}`)).status).toBe(201);
  });

  it("refuses another size of the file on the way and a slice beyond the next", async () => {
    const url = (await open("a.txt")).text("uploadUrl");
    await put(url, unit, `0-${unit - 1}/${3 * unit}`);
    expect((await put(url, unit, `${unit}-${2 * unit - 1}/${4 * unit}`)).status).toBe(400);
    expect((await put(url, unit, `${2 * unit}-${3 * unit - 1}/${3 * unit}`)).status).toBe(416);
  });

  it("ends a session nobody goes on with, and takes no forged address", async () => {
    const url = (await open("a.txt")).text("uploadUrl");
    const forged = await bench.server.fetch(new Request(`${url.slice(0, -1)}${url.endsWith("0") ? "1" : "0"}`));
    expect(forged.status).toBe(401);
    bench.advance(901_000);
    expect((await bench.server.fetch(new Request(url))).status).toBe(404);
  });

  it("says that there is no room when the disk is full", async () => {
    const small = openBench({ mostPages: 400 });
    const library = `/drives/${(await small.call("GET", `${small.site}/lists/Dokumenter/drive`)).text("id")}`;
    const url = (await small.call("POST", `${library}/root:/a.bin:/createUploadSession`)).text("uploadUrl");
    const answers: Response[] = [];
    for (let start = 0; start < 10 * unit; start += unit) {
      const headers = { "Content-Range": `bytes ${start}-${start + unit - 1}/${20 * unit}` };
      answers.push(await small.server.fetch(new Request(url, { method: "PUT", body: new Uint8Array(unit), headers })));
    }
    expect(answers[0]?.status).toBe(202);
    const first = answers.find(({ status }) => status !== 202);
    expect(first?.status).toBe(507);
    expect(await first?.json()).toMatchObject({ error: { code: "quotaLimitReached" } });
    small.server.close();
  });
});
