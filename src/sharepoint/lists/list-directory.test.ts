import { expect, test } from "vitest";
import { json, scriptedFetch } from "#test/contract/scripted-fetch.ts";
import { good, kindOf } from "#test/scenarios/world.ts";
import { sampleClient } from "../replica/sample-list.test-support.ts";
import { createListDirectory } from "./list-directory.ts";

const list = { name: "Ting", site: "records", schemaVersion: 1 } as const;

/** A directory of one list whose version can be raised, on a clock of its own. */
function directory() {
  let [version, now] = [1, 0];
  const script = scriptedFetch(({ url }) => {
    if (url.includes("/columns")) {
      return json({ value: [{ id: "c", name: "FremdriftListe", description: `Fremdrift-liste ${version}.ab` }] });
    }
    return url.includes("/lists?") ? json({ value: [{ id: "l", name: "Ting" }] }) : json({ id: "h,a,b" });
  });
  const sites = { host: "h", records: "/sites/a", open: "/sites/b" };
  const { locate } = createListDirectory(sampleClient(script.fetch), sites, () => now);
  return {
    locate: () => locate(list),
    upgrade: () => {
      version = 2;
    },
    pass: (minutes: number) => {
      now += minutes * 60_000;
    },
    looks: () => script.sent.filter(({ url }) => url.includes("/columns")).length,
    settled: () => new Promise((done) => setImmediate(done)),
  };
}

test("T53 a list that is upgraded while the service runs is not touched any more", async () => {
  const { locate, upgrade, pass, settled } = directory();
  good(await locate());
  upgrade();
  pass(5);
  await locate();
  await settled();
  expect(kindOf(await locate())).toBe("unavailable");
});

test("a list's version is asked for once in five minutes, however often the list is", async () => {
  const { locate, pass, looks, settled } = directory();
  await locate();
  pass(4);
  await locate();
  expect(looks()).toBe(1);
  pass(1);
  await Promise.all([locate(), locate(), locate()]);
  await settled();
  expect(looks()).toBe(2);
});
