import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import { demoPeople } from "#demo/people.ts";
import { openHarness } from "./harness.ts";
import { filledDraft, openRound } from "./pool-story.ts";
import { recordingMessenger } from "./recording-messenger.ts";
import { startAnew } from "./second-service.ts";

const cprLike = "010190-1234";
const secret = "Mormor Ågot Vinterberg";
const title = `Tryghed for ${secret}\r\n{"level":30,"msg":"falsk linje"}`;

describe("what the service logs", () => {
  it("T52 is one line per command with its request id and outcome, and nothing anybody typed or is called", async () => {
    const lines: string[] = [];
    const log = pino({ level: "debug", base: null }, { write: (line) => void lines.push(line) });
    const harness = await openHarness();
    const { roundKey } = await openRound(harness);
    const [application] = firstRoundApplications;
    if (application === undefined) throw new Error("No application");
    const draftKey = await filledDraft(harness, roundKey, application);
    const { service, settle } = await startAnew(harness, () => false, recordingMessenger(), log);
    let asked = 0;
    const call = async (user: string, method: string, path: string, body: string, more = {}): Promise<number> => {
      asked += 1;
      const headers = {
        authorization: `Bearer ${user}`,
        "content-type": "application/json",
        "x-correlation-id": `press-${String(asked).padStart(4, "0")}`,
        ...more,
      };
      const init = { method, headers, ...(method === "GET" ? {} : { body }) };
      return (await service.app.fetch(new Request(`http://service.test${path}`, init))).status;
    };
    const command = (more: object = {}): string => JSON.stringify({ commandKey: harness.press(), ...more });
    const user = application.applicant;
    const statuses = [
      await call(user, "PATCH", `/api/drafts/${draftKey}`, JSON.stringify({ changes: { title }, base: {} })),
      await call(
        user,
        "PATCH",
        `/api/drafts/${draftKey}`,
        JSON.stringify({ changes: { description: `${secret} ${cprLike}` }, base: {} }),
      ),
      await call(user, "PATCH", `/api/drafts/${draftKey}`, `{"changes": ${secret} ${cprLike}`),
      await call(
        user,
        "PATCH",
        `/api/drafts/${draftKey}`,
        JSON.stringify({ changes: { title: 1, [secret]: cprLike }, base: {} }),
      ),
      await call(user, "POST", `/api/drafts/${draftKey}/submit`, command({ note: secret })),
      await call(user, "POST", `/api/applications/${secret}/withdraw`, command()),
      await call(user, "GET", `/api/drafts/${encodeURIComponent(secret)}?q=${encodeURIComponent(cprLike)}`, ""),
      await call(user, "GET", "/api/overview", "", { "x-correlation-id": secret.replaceAll(/[^\x20-\x7e]/gu, "_") }),
    ];
    const [sent] = service.deps.records.applications.all();
    if (sent === undefined) throw new Error(`Not sent: ${statuses.join()}`);
    const questions = `Hvem er ${secret}? Hendes nummer er ${cprLike}`;
    statuses.push(
      await call("leder.sundhed", "POST", `/api/applications/${sent.value.key}/return`, command({ questions })),
      await call("leder.sundhed", "POST", `/api/applications/${sent.value.key}/return`, command({ questions: secret })),
    );
    await settle();
    service.stop();

    const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.every((line) => line.endsWith("\n") && !line.slice(0, -1).includes("\n"))).toBe(true);
    const requests = parsed.filter(({ msg }) => msg === "request");
    expect(requests.map(({ status }) => status)).toEqual(statuses);
    // Each of our own ids once; the one that was no id got one of the service's.
    expect(requests.slice(0, 5).map(({ requestId }) => requestId)).toEqual(
      [1, 2, 3, 4, 5].map((each) => `press-000${each}`),
    );
    expect(requests.every(({ method, route, ms }) => [method, route, ms].every((each) => each !== undefined))).toBe(
      true,
    );
    // A read costs nothing, a save one update: what a command costs stands in its line.
    const units = requests.map((line) => line["units"]);
    expect(units[0]).toBe(2);
    expect(units.at(-3)).toBe(0);
    const all = lines.join("").toLowerCase();
    const typed = [secret, "Ågot", "Vinterberg", "Mormor", cprLike, "0101901234", "falsk linje"];
    const names = demoPeople.flatMap(({ name }) => [name, ...name.split(" ").filter((part) => part.length > 4)]);
    const found = [...typed, ...names, application.title, encodeURIComponent(secret)].filter((text) =>
      all.includes(text.toLowerCase()),
    );
    expect(found).toEqual([]);
  });
});
