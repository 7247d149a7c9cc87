import type * as TeamsJs from "@microsoft/teams-js";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { connectTeamsHost, reportStartFailure } from "./teams-host.ts";

const host = vi.hoisted(() => ({
  initialize: vi.fn<(origins: readonly string[]) => Promise<void>>(),
  getContext: vi.fn<() => Promise<object>>(),
  notifyFailure: vi.fn<(failure: object) => void>(),
  shareDeepLink: vi.fn<(link: object) => void>(),
  hasPages: vi.fn<() => boolean>(),
}));
vi.mock("@microsoft/teams-js", async (original) => {
  const real = await original<typeof TeamsJs>();
  const { initialize, getContext, notifyFailure, shareDeepLink, hasPages } = host;
  return {
    ...real,
    app: { ...real.app, initialize, getContext, notifyFailure },
    pages: { ...real.pages, shareDeepLink, isSupported: hasPages },
  };
});

const route = "/applications/1";
const link = `https://fremdrift.example/tab/#${route}`;
const writeText = vi.fn<(text: string) => Promise<void>>();

function aContext(name: string): object {
  return {
    app: { locale: "da-dk", theme: "default", host: { name } },
    page: { subPageId: `#${route}` },
    user: { id: "u" },
  };
}

beforeEach(() => {
  vi.resetAllMocks();
  host.initialize.mockResolvedValue();
  host.hasPages.mockReturnValue(true);
  writeText.mockResolvedValue();
  vi.stubGlobal("window", { location: { origin: "https://fremdrift.example", pathname: "/tab/" } });
  vi.stubGlobal("navigator", { clipboard: { writeText } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("sharing a link", () => {
  test.each([
    ["Teams", true, "shared"],
    ["TeamsModern", true, "shared"],
    ["Outlook", true, "copied"],
    ["Office", true, "copied"],
    ["Teams", false, "copied"],
    ["a host of tomorrow", true, "copied"],
  ])("T49 in %s (pages: %s) is %s", async (name, hasPages, way) => {
    host.getContext.mockResolvedValue(aContext(name));
    host.hasPages.mockReturnValue(hasPages);
    const joined = await connectTeamsHost([]);
    expect(await joined.share(route, "FR22-01")).toBe(way);
    const shared = way === "shared" ? [[{ subPageId: route, subPageLabel: "FR22-01" }]] : [];
    expect(host.shareDeepLink.mock.calls).toEqual(shared);
    expect(writeText.mock.calls).toEqual(way === "copied" ? [[link]] : []);
  });

  test("T49 without a clipboard gives the link to copy by hand", async () => {
    host.getContext.mockResolvedValue(aContext("Outlook"));
    writeText.mockRejectedValue(new Error("not allowed"));
    expect(await (await connectTeamsHost([])).share(route, "FR22-01")).toEqual({ link });
  });
});

describe("joining a host", () => {
  test("waits eight seconds for it to answer, then five for where it is, and tells it of the second", async () => {
    vi.useFakeTimers();
    host.initialize.mockReturnValue(new Promise(() => undefined));
    const silent = expect(connectTeamsHost(["https://host.example"])).rejects.toThrow("8000 ms");
    await vi.advanceTimersByTimeAsync(8000);
    await silent;
    expect(host.notifyFailure).not.toHaveBeenCalled();
    host.initialize.mockResolvedValue();
    host.getContext.mockReturnValue(new Promise(() => undefined));
    const placeless = expect(connectTeamsHost(["https://host.example"])).rejects.toThrow("5000 ms");
    await vi.advanceTimersByTimeAsync(5000);
    await placeless;
    expect(host.notifyFailure.mock.calls).toMatchObject([[{ reason: "Timeout" }]]);
  });

  test("takes from it where it stands and for whom, and nothing that gives rights", async () => {
    host.getContext.mockResolvedValue(aContext("Teams"));
    const { context } = await connectTeamsHost([]);
    expect(Object.keys(context).toSorted()).toEqual(["locale", "loginHint", "route", "theme", "userId"]);
    expect(context).toMatchObject({ userId: "u", route });
  });

  test.each([
    ["sign-in", "AuthFailed"],
    ["timeout", "Timeout"],
    ["other", "Other"],
  ] as const)("a start that fails (%s) is told in the host's own word", async (reason, word) => {
    await reportStartFailure(reason);
    expect(host.notifyFailure.mock.calls).toMatchObject([[{ reason: word }]]);
  });
});
