import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { beforeAll, describe, expect, it } from "vitest";
import { runCount, runSeed } from "#bench/run-count.ts";
import { openDatabase } from "#workspace/graph-server/database/open-database.ts";
import { openBench } from "#workspace/graph-server/graph-server.test-support.ts";
import { ownFolder } from "./data-folder.ts";
import { type Chance, chanceOf, seedTimeout } from "./seeded.ts";

const path = ownFolder("power-loss");
const items = "/sites/kommune.sharepoint.example:/sites/aaben:/lists/Ting/items";

/** What stood in the list and how long the log was when a write had been answered. */
interface Acknowledged {
  readonly state: string;
  readonly walBytes: number;
}

/** The data file as it lay on disk, and every answered write since its last checkpoint; the first is "none yet". */
interface History {
  readonly wal: Buffer;
  readonly acknowledged: readonly Acknowledged[];
}

const writes = 40;
let history: History;

beforeAll(async () => {
  const file = path("graph.sqlite");
  const first = openBench({ dataFile: file });
  const columns = [{ name: "Nummer", text: {}, indexed: true, enforceUniqueValues: true }];
  await first.call("POST", items.slice(0, items.lastIndexOf("/Ting")), { displayName: "Ting", columns });
  first.server.close();
  copyFileSync(file, path("base.sqlite"));

  const bench = openBench({ dataFile: file });
  const walBytes = () => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const acknowledged: Acknowledged[] = [{ state: await stateOf(bench), walBytes: walBytes() }];
  const chance = chanceOf(32);
  for (let write = 1; write <= writes; write += 1) {
    const count = acknowledged.length;
    const target = `${items}/${1 + chance(count)}`;
    const fields = { Title: `Skrivning ${write} ${"æ".repeat(chance(3000) % 200)}`, Nummer: `N${write}` };
    const turn = chance(4);
    const changed = turn === 0 && (await bench.call("PATCH", `${target}/fields`, fields)).status === 200;
    const removed = turn === 1 && (await bench.call("DELETE", target)).status === 204;
    if (!changed && !removed) expect((await bench.call("POST", items, { fields })).status).toBe(201);
    acknowledged.push({ state: await stateOf(bench), walBytes: walBytes() });
  }
  history = { wal: readFileSync(`${file}-wal`), acknowledged };
  bench.server.close();
});

type Bench = ReturnType<typeof openBench>;

/** Everything in the list, and that the index of the unique column finds the same rows. */
async function stateOf(bench: Bench): Promise<string> {
  const rows = (await bench.call("GET", `${items}?$expand=fields($select=Title,Nummer)&$select=id`)).at("value");
  const found = await bench.call("GET", `${items}?$filter=fields/Nummer ge 'N'&$select=id&$top=5000`);
  const ids = (value: unknown) => (Array.isArray(value) ? value.map(({ id }: { id: string }) => id).toSorted() : []);
  expect(ids(found.at("value"))).toEqual(ids(rows));
  return JSON.stringify(rows, (name, value: unknown) => (name.startsWith("@odata") ? undefined : value));
}

/** What is there after a start on the base file and a damaged log; the file itself must be sound. */
async function startWith(wal: Buffer): Promise<string> {
  const file = path("damaged.sqlite");
  for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
  copyFileSync(path("base.sqlite"), file);
  writeFileSync(`${file}-wal`, wal);
  const bench = openBench({ dataFile: file });
  const state = await stateOf(bench);
  bench.server.close();
  const connection = new DatabaseSync(file, { readOnly: true });
  expect(connection.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
  connection.close();
  return state;
}

/** The state after the last write that lay whole before this place of the log. */
function stateBefore(offset: number): string {
  return history.acknowledged.findLast(({ walBytes }) => walBytes <= offset)?.state ?? "";
}

/** One way for a log to come back from a power loss; `from` is the first byte that is not what was written. */
function damage(chance: Chance): { readonly wal: Buffer; readonly from: number; readonly how: string } {
  const { wal } = history;
  const from = chance(wal.length);
  const length = Math.min(1 + chance(4200), wal.length - from);
  switch (chance(4)) {
    case 0:
      return { wal: wal.subarray(0, from), from, how: "cut" };
    case 1: {
      const torn = Buffer.from(wal);
      torn.writeUInt8(torn.readUInt8(from) ^ (1 << chance(8)), from);
      return { wal: torn, from, how: "one bit turned" };
    }
    case 2: {
      const torn = Buffer.from(wal);
      for (let at = from; at < from + length; at += 1) torn.writeUInt8(chance(256), at);
      // What happens to be written as it was is not damaged.
      const first = torn.findIndex((byte, at) => byte !== wal[at]);
      return { wal: torn, from: first < 0 ? wal.length : first, how: "garbled" };
    }
    default:
      return { wal: Buffer.concat([wal.subarray(0, from), Buffer.alloc(length)]), from, how: "cut, then zeroes" };
  }
}

describe("T32 power loss", () => {
  it("a write is in the log, to be forced to disk with it, before it is answered", () => {
    const sizes = history.acknowledged.map(({ walBytes }) => walBytes);
    expect(sizes).toEqual([...new Set(sizes)].toSorted((a, b) => a - b));
    expect(sizes.at(-1)).toBe(history.wal.length);
    const db = openDatabase(path("pragmas.sqlite"));
    // 2 is FULL: NORMAL would let the last commits go with the power.
    expect([db.get("PRAGMA synchronous"), db.get("PRAGMA journal_mode")]).toEqual([
      { synchronous: 2 },
      { journal_mode: "wal" },
    ]);
    db.close();
  });

  it("what comes after the last answered write takes nothing with it, wherever it breaks off", async () => {
    const chance = chanceOf(runSeed(1));
    for (let write = 0; write < history.acknowledged.length; write += 1) {
      const here = history.acknowledged[write];
      const next = history.acknowledged[write + 1]?.walBytes ?? history.wal.length + 4096;
      if (here === undefined) throw new Error("No such write");
      const torn = here.walBytes + chance(next - here.walBytes);
      const wal = Buffer.concat([
        history.wal.subarray(0, torn),
        Buffer.alloc(Math.max(0, torn - history.wal.length), 7),
      ]);
      expect(await startWith(wal), `write ${write}, log cut at ${torn}`).toBe(here.state);
    }
  });

  const count = runCount(160);
  it(
    "of a damaged log exactly the writes before the damage are left, each of them whole",
    async () => {
      for (let seed = runSeed(1); seed < runSeed(1) + count; seed += 1) {
        const { wal, from, how } = damage(chanceOf(seed));
        expect(await startWith(wal), `seed ${seed}: ${how} at ${from}`).toBe(stateBefore(from));
      }
      process.stdout.write(`T32 damaged logs: ${count}, seeds ${runSeed(1)} to ${runSeed(1) + count - 1}\n`);
    },
    seedTimeout(count, 150),
  );
});
