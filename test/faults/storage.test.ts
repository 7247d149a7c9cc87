import { copyFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openSharePoint } from "#sharepoint/open-sharepoint.ts";
import { DataFileError } from "#workspace/graph-server/database/data-file-error.ts";
import { openBench } from "#workspace/graph-server/graph-server.test-support.ts";
import { startWorkspace } from "#workspace/start-workspace.ts";
import { testSeed } from "#workspace/test-seed.ts";
import { sampleCentre } from "../contract/sample-records.ts";
import { openTestWorkspace, testSites } from "../contract/test-workspace.ts";
import { good } from "../scenarios/world.ts";
import { ownFolder } from "./data-folder.ts";

const path = ownFolder("storage");
const lists = "/sites/kommune.sharepoint.example:/sites/aaben:/lists";
const pageBytes = 4096;

/** What the attempt was refused with; a start that goes well is a mistake here. */
function refusalOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    expect(error).toBeInstanceOf(DataFileError);
    return error instanceof Error ? error.message : "";
  }
  throw new Error("It started");
}

describe("T33 a second server on the same file", () => {
  it("is refused in plain words, and the first goes on undisturbed", async () => {
    const dataFile = path("shared.sqlite");
    const first = openBench({ dataFile });
    await first.call("POST", lists, { displayName: "Ting" });
    expect(refusalOf(() => openBench({ dataFile }))).toBe(
      `The data file ${dataFile} cannot be used: it is in use by another workspace: stop that one, or choose another data folder.`,
    );
    expect((await first.call("POST", `${lists}/Ting/items`, { fields: { Title: "A" } })).status).toBe(201);
    first.server.close();
    const next = openBench({ dataFile });
    expect((await next.call("GET", `${lists}/Ting/items`)).at("value")).toHaveLength(1);
    next.server.close();
  });

  it("does not start as a whole workspace either", async () => {
    const options = { port: 0, seed: testSeed(), dataFolder: path("workspace") };
    const first = await startWorkspace(options);
    await expect(startWorkspace(options)).rejects.toThrow(/in use by another workspace/u);
    expect((await fetch(`${first.origins.host}/workspace/clock`)).status).toBe(200);
    await first.close();
    await (await startWorkspace(options)).close();
  });
});

describe("T33 a file that cannot be used", () => {
  it("that may only be read is refused at the start and left as it was", () => {
    const dataFile = path("read-only.sqlite");
    openBench({ dataFile }).server.close();
    const before = readFileSync(dataFile);
    expect(refusalOf(() => openBench({ dataFile: `file:${dataFile}?mode=ro` }))).toContain("read-only");
    expect(readFileSync(dataFile).equals(before)).toBe(true);
  });

  it.each<[string, () => string, string]>([
    ["in a folder that is not there", () => path("nowhere/graph.sqlite"), "the folder is missing"],
    ["that is something else", () => other("minutes.txt", "Referat af mødet. ".repeat(400)), "no data file"],
  ])("%s is refused at the start", (_, dataFile, words) => {
    expect(refusalOf(() => openBench({ dataFile: dataFile() }))).toContain(words);
  });

  function other(name: string, text: string): string {
    writeFileSync(path(name), text);
    return path(name);
  }
});

describe("T33 a full disk", () => {
  it("at the start is told, and the same file starts once there is room", async () => {
    const dataFile = path("no-room.sqlite");
    expect(refusalOf(() => openBench({ dataFile, mostPages: 4 }))).toContain("the disk is full");
    const bench = openBench({ dataFile });
    expect((await bench.call("POST", lists, { displayName: "Ting" })).status).toBe(201);
    bench.server.close();
  });

  it("refuses a save whole, keeps what was saved and can still be read", async () => {
    const dataFile = path("fills-up.sqlite");
    const before = openBench({ dataFile });
    await before.call("POST", lists, {
      displayName: "Ting",
      columns: [{ name: "Brev", text: { allowMultipleLines: true } }],
    });
    before.server.close();
    const troubles: unknown[] = [];
    const bench = openBench({
      dataFile,
      mostPages: statSync(dataFile).size / pageBytes + 40,
      onBug: (cause) => troubles.push(cause),
    });
    const items = `${lists}/Ting/items`;
    let saved = 0;
    let refused = await bench.call("GET", items);
    while (saved < 100) {
      refused = await bench.call("POST", items, { fields: { Title: `Nr. ${saved + 1}`, Brev: "brev ".repeat(3000) } });
      if (refused.status !== 201) break;
      saved += 1;
    }
    expect([refused.status, refused.at("error", "code")]).toEqual([507, "quotaLimitReached"]);
    expect(troubles).toEqual([expect.any(DataFileError)]);
    const titles = async (of: typeof bench) =>
      (await of.call("GET", `${items}?$expand=fields($select=Title)`)).at("value");
    expect(await titles(bench)).toHaveLength(saved);
    const was = await titles(bench);
    bench.server.close();
    const roomy = openBench({ dataFile });
    expect(await titles(roomy)).toEqual(was);
    const link = await roomy.call("POST", items, { fields: { Title: "Der er plads igen" } });
    // The number of the refused item was never given away.
    expect([link.status, link.at("id")]).toEqual([201, String(saved + 1)]);
    roomy.server.close();
  });

  it("ends a record's create in one clear failure, without a second attempt and without a row", async () => {
    const dataFile = path("provisioned.sqlite");
    const made = openTestWorkspace({ dataFile });
    good(await made.provisioning().apply());
    made.server.close();
    copyFileSync(dataFile, path("full.sqlite"));
    const full = openTestWorkspace({
      dataFile: path("full.sqlite"),
      mostPages: statSync(dataFile).size / pageBytes,
      onBug: () => undefined,
    });
    const { records } = openSharePoint({ client: full.serviceClient(), sites: testSites, reported: () => undefined });
    good(await records.refresh(["centres"]));
    // Free places inside the pages are used up first.
    let kept = 0;
    let end = await records.centres.create(sampleCentre("Center 0"));
    while (end.ok && kept < 200) {
      kept += 1;
      end = await records.centres.create({
        ...sampleCentre(`Center ${kept}`),
        name: `Center ${kept} ${"æ".repeat(200)}`,
      });
    }
    expect(end).toMatchObject({ ok: false, refusal: { kind: "unavailable", status: 507, ambiguous: false } });
    expect(full.machine.slept).toEqual([]);
    expect(records.centres.all()).toHaveLength(kept);
    good(await records.refresh(["centres"]));
    expect(records.centres.all()).toHaveLength(kept);
    full.server.close();
  });
});
