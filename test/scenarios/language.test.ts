import { beforeEach, describe, expect, it } from "vitest";
import { meSchema } from "#contract/me.ts";
import { publishChanges } from "#service/background/change-topics.ts";
import { createChangeFeed } from "#service/http/events.ts";
import { type Harness, openHarness } from "./harness.ts";

let harness: Harness;
const choose = (user: string, body: object) => harness.http(user, "PUT", "/api/me/language", body);
const languageOf = (user: string) => harness.deps.records.persons.byKey(harness.personKey(user))?.value.language;

describe("choosing a language", () => {
  beforeEach(async () => {
    harness = await openHarness();
  });

  it("is stored on the person who chooses, with a log line, and answered as who she is now", async () => {
    const answer = await choose("oekonomi", { commandKey: harness.press(), language: "en" });
    expect(answer.status).toBe(200);
    expect(meSchema.parse(answer.body)).toMatchObject({ key: harness.personKey("oekonomi"), language: "en" });
    const person = harness.deps.records.persons.byKey(harness.personKey("oekonomi"))?.value;
    expect(person?.log.tail.at(-1)).toMatchObject({
      action: "language-chosen",
      by: person?.key,
      detail: { language: "en" },
    });
  });

  it("T20 reaches nobody else, whatever person the body names", async () => {
    const key = harness.personKey("formand.dsg");
    await choose("oekonomi", { commandKey: harness.press(), language: "en", key, personKey: key });
    expect([languageOf("oekonomi"), languageOf("formand.dsg")]).toEqual(["en", "da"]);
  });

  it("writes nothing when the language stands already, and refuses one that is none", async () => {
    harness.forgetGraph();
    expect((await choose("oekonomi", { commandKey: harness.press(), language: "da" })).status).toBe(200);
    expect((await choose("oekonomi", { commandKey: harness.press(), language: "sv" })).status).toBe(400);
    expect(harness.graphWrites()).toEqual([]);
  });

  it("is told to the person's own open tabs only", () => {
    const feed = createChangeFeed();
    const users = ["oekonomi", "formand.dsg"];
    const heard: string[] = [];
    feed.subscribe(({ topics, onlyFor }) => {
      if (topics.includes("me")) heard.push(...users.filter((user) => onlyFor?.has(harness.personKey(user)) ?? true));
    });
    publishChanges(harness.deps, feed, "persons", [harness.personKey("oekonomi")]);
    expect(heard).toEqual(["oekonomi"]);
  });
});
