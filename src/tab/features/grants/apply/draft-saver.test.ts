import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { DraftView } from "#contract/drafts.ts";
import { ApiProblem } from "../../../host/api-problem.ts";
import { aDraft } from "../../../testing/answers.ts";
import { DraftSaver, type SaveDraftRequest } from "./draft-saver.ts";

/** A server that merges what it gets, until it is told to fail. */
function aServer(draft: DraftView) {
  const requests: SaveDraftRequest[] = [];
  let saved = draft;
  let failure: ApiProblem | undefined;
  const save = (request: SaveDraftRequest): Promise<DraftView> => {
    requests.push(request);
    if (failure) return Promise.reject(failure);
    const fields: DraftView["fields"] = Object.assign({}, saved.fields, request.changes);
    saved = { ...saved, fields, savedAt: "2026-11-23T09:42:00.000Z" };
    return Promise.resolve(saved);
  };
  return {
    requests,
    save,
    fail: (problem: ApiProblem | undefined) => {
      failure = problem;
    },
  };
}

const unavailable = new ApiProblem({ status: 503, code: "unavailable" });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("DraftSaver", () => {
  test("sends only what changed, with the stamp it was typed on, two seconds after the last key", async () => {
    const server = aServer(aDraft());
    const saver = new DraftSaver({ draft: aDraft(), save: server.save });
    saver.edit("title", "S");
    await vi.advanceTimersByTimeAsync(1500);
    saver.edit("title", "Skærm");
    await vi.advanceTimersByTimeAsync(1900);
    expect(server.requests).toEqual([]);
    expect(saver.snapshot().state).toBe("pending");
    await vi.advanceTimersByTimeAsync(100);
    expect(server.requests).toEqual([{ changes: { title: "Skærm" }, base: { title: "2026-11-20T09:00:00.000Z" } }]);
    expect(saver.snapshot().state).toBe("saved");
  });

  test("keeps what is typed through failures and sends it when the service is back", async () => {
    const server = aServer(aDraft());
    const saver = new DraftSaver({ draft: aDraft(), save: server.save });
    server.fail(unavailable);
    saver.edit("effect", "Mere tid");
    await vi.advanceTimersByTimeAsync(2000);
    expect(saver.snapshot()).toMatchObject({ state: "retrying", values: { effect: "Mere tid" } });
    saver.edit("title", "Ny titel");
    server.fail(undefined);
    await vi.advanceTimersByTimeAsync(3000);
    expect(server.requests.at(-1)?.changes).toEqual({ effect: "Mere tid", title: "Ny titel" });
    expect(saver.snapshot()).toMatchObject({ state: "saved", values: { effect: "Mere tid", title: "Ny titel" } });
  });

  test("does not ask again before the service wants it", async () => {
    const server = aServer(aDraft());
    const saver = new DraftSaver({ draft: aDraft(), save: server.save });
    server.fail(new ApiProblem({ status: 429, code: "throttled", retryAfterS: 20 }));
    saver.edit("effect", "x");
    await vi.advanceTimersByTimeAsync(2000 + 19_900);
    expect(server.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(server.requests).toHaveLength(2);
  });

  test("stops and says so when the service refuses; the text stays", async () => {
    const server = aServer(aDraft());
    const saver = new DraftSaver({ draft: aDraft(), save: server.save });
    server.fail(new ApiProblem({ status: 409, code: "already-submitted", detail: "Ansøgningen er sendt." }));
    saver.edit("effect", "For sent");
    await vi.advanceTimersByTimeAsync(120_000);
    expect(server.requests).toHaveLength(1);
    expect(saver.snapshot()).toMatchObject({ state: "refused", values: { effect: "For sent" } });
  });

  test("keeps a field as typed when a fresher draft comes from elsewhere", () => {
    const saver = new DraftSaver({ draft: aDraft(), save: aServer(aDraft()).save });
    saver.edit("title", "Min titel");
    const elsewhere = aDraft();
    saver.accept({
      ...elsewhere,
      savedAt: "2026-11-23T10:00:00.000Z",
      fields: { ...elsewhere.fields, title: "Hendes titel", effect: "Hendes effekt" },
    });
    expect(saver.snapshot().values).toMatchObject({ title: "Min titel", effect: "Hendes effekt" });
  });

  test("takes what is typed while a request is on its way into the next one", async () => {
    let answer: (draft: DraftView) => void = () => undefined;
    const requests: SaveDraftRequest[] = [];
    const save = (request: SaveDraftRequest): Promise<DraftView> => {
      requests.push(request);
      return new Promise((resolve) => {
        answer = resolve;
      });
    };
    const saver = new DraftSaver({ draft: aDraft(), save });
    saver.edit("title", "A");
    await vi.advanceTimersByTimeAsync(2000);
    saver.edit("title", "AB");
    answer({ ...aDraft(), fields: { ...aDraft().fields, title: "A" } });
    await vi.advanceTimersByTimeAsync(0);
    expect(saver.snapshot()).toMatchObject({ state: "pending", values: { title: "AB" } });
    await vi.advanceTimersByTimeAsync(2000);
    expect(requests.map((request) => request.changes)).toEqual([{ title: "A" }, { title: "AB" }]);
  });

  test("T08 what is typed while a request is on its way builds on that request, and is no other window's word", async () => {
    let answer: (draft: DraftView) => void = () => undefined;
    const requests: SaveDraftRequest[] = [];
    const save = (request: SaveDraftRequest): Promise<DraftView> => {
      requests.push(request);
      return new Promise((resolve) => {
        answer = resolve;
      });
    };
    const saver = new DraftSaver({ draft: aDraft(), save });
    saver.edit("title", "A");
    await vi.advanceTimersByTimeAsync(2000);
    saver.edit("title", "AB");
    answer(aDraft({ stamps: { title: "2026-11-23T09:42:00.000Z" } }));
    await vi.advanceTimersByTimeAsync(2000);
    expect(requests.map(({ base }) => base)).toEqual([
      { title: "2026-11-20T09:00:00.000Z" },
      { title: "2026-11-23T09:42:00.000Z" },
    ]);
  });

  test("T08 words that were written over stay through further saves, unless they stand in the text anyway", async () => {
    const answers = [
      aDraft({ overwritten: { title: "Hendes titel", effect: "Mere" }, changedElsewhere: ["title", "effect"] }),
      aDraft(),
    ];
    const saver = new DraftSaver({
      draft: aDraft(),
      save: ({ changes }) => {
        const draft = answers.shift() ?? aDraft();
        return Promise.resolve({ ...draft, fields: Object.assign({}, draft.fields, changes) });
      },
    });
    saver.edit("title", "Min titel");
    saver.edit("effect", "Mere tid");
    await vi.advanceTimersByTimeAsync(2000);
    saver.edit("description", "Nyt");
    await vi.advanceTimersByTimeAsync(2000);
    const { overwritten } = saver.snapshot();
    expect(overwritten).toMatchObject([{ field: "title", text: "Hendes titel" }]);
    saver.dismiss(overwritten[0]?.id ?? "");
    expect(saver.snapshot().overwritten).toEqual([]);
  });

  describe("R-08 what the service does not store", () => {
    /** Stores all but a title that looks like a CPR number, as the service does. */
    function aCarefulServer() {
      const requests: SaveDraftRequest[] = [];
      let kept = aDraft();
      const save = (request: SaveDraftRequest): Promise<DraftView> => {
        requests.push(request);
        const { title, ...rest } = request.changes;
        const isCpr = title?.includes("010190-1234") === true && (request.changes.notCpr ?? []).length === 0;
        const fields: DraftView["fields"] = Object.assign({}, kept.fields, isCpr ? rest : request.changes);
        kept = { ...kept, fields };
        return Promise.resolve({ ...kept, notStored: isCpr ? ["title"] : [] });
      };
      return { requests, save };
    }

    test("stays as typed, and the state says that the rest is saved", async () => {
      const server = aCarefulServer();
      const saver = new DraftSaver({ draft: aDraft(), save: server.save });
      saver.edit("title", "Ring 010190-1234");
      saver.edit("effect", "Mere tid");
      await vi.advanceTimersByTimeAsync(2000);
      expect(saver.snapshot()).toMatchObject({
        state: "partly",
        notStored: ["title"],
        values: { title: "Ring 010190-1234", effect: "Mere tid" },
        draft: { fields: { title: "Skærmbesøg", effect: "Mere tid" } },
      });
      await vi.advanceTimersByTimeAsync(120_000);
      expect(server.requests).toHaveLength(1);
    });

    test("goes along with the next save, on the stamp it was typed on", async () => {
      const server = aCarefulServer();
      const saver = new DraftSaver({ draft: aDraft(), save: server.save });
      saver.edit("title", "Ring 010190-1234");
      await vi.advanceTimersByTimeAsync(2000);
      saver.edit("notCpr", ["title:0123456789abcdef"]);
      await vi.advanceTimersByTimeAsync(2000);
      expect(server.requests.at(-1)).toEqual({
        changes: { title: "Ring 010190-1234", notCpr: ["title:0123456789abcdef"] },
        base: { title: "2026-11-20T09:00:00.000Z" },
      });
      expect(saver.snapshot()).toMatchObject({ state: "saved", notStored: [], values: { title: "Ring 010190-1234" } });
    });

    test("is saved once the number is gone", async () => {
      const server = aCarefulServer();
      const saver = new DraftSaver({ draft: aDraft(), save: server.save });
      saver.edit("title", "Ring 010190-1234");
      await vi.advanceTimersByTimeAsync(2000);
      saver.edit("title", "Ring til os");
      await vi.advanceTimersByTimeAsync(2000);
      expect(saver.snapshot()).toMatchObject({ state: "saved", draft: { fields: { title: "Ring til os" } } });
    });
  });
});
