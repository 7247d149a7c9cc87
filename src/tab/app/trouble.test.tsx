import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { type ReactNode, useMemo, useState } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { DraftView } from "#contract/drafts.ts";
import { SessionContext, useSession } from "../components/session.ts";
import { createApi } from "../host/api.ts";
import { SignInNeededError } from "../host/sign-in-needed.ts";
import { aDraft, aMe, anOverview, testKey } from "../testing/answers.ts";
import { answered, type FakeAnswer, type FakeService, refused, renderPage } from "../testing/render-page.tsx";
import { createQueryClient } from "./query-client.ts";
import { Shell } from "./shell.tsx";

const me = aMe();
const path = `/drafts/${testKey("draft")}`;
const title = "Ny titel ".repeat(9).trim();

/** The pauses of the real tab, and tokens as a test wants them. */
function AsStarted({
  token,
  signIn,
  children,
}: {
  token?: () => Promise<string>;
  signIn?: () => Promise<boolean>;
  children: ReactNode;
}) {
  const session = useSession();
  const [queries] = useState(createQueryClient);
  const own = useMemo(() => {
    const tokens = { ...session.tokens, ...(token ? { token } : {}), ...(signIn ? { signIn } : {}) };
    const api = createApi({ baseUrl: "http://service.test", tokens, language: () => "da" });
    return { ...session, tokens, api };
  }, [session, token, signIn]);
  return (
    <SessionContext value={own}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </SessionContext>
  );
}

/** The service with one draft, and the way to change how it answers. */
function aService() {
  let kept = aDraft();
  const ways: { get?: (() => FakeAnswer) | undefined; patch?: (() => FakeAnswer) | undefined } = {};
  const service: FakeService = {
    "GET /me": () => answered(me),
    "GET /overview": () => ways.get?.() ?? answered(anOverview()),
    "GET /events": () => ({ unreachable: true }),
    [`GET ${path}`]: () => answered(kept),
    [`PATCH ${path}`]: ({ body }) => {
      const trouble = ways.patch?.();
      if (trouble) return trouble;
      const { changes } = body as { changes: Partial<DraftView["fields"]> };
      kept = { ...kept, fields: { ...kept.fields, ...changes }, savedAt: "2026-11-23T09:42:00.000Z" };
      return answered(kept);
    },
  };
  return { service, ways, kept: () => kept };
}

async function wait(ms: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(ms));
}

async function typeTitle(text: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText(/^Titel/), { target: { value: text } });
}

function goOnline(online: boolean): void {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(online);
  window.dispatchEvent(new Event(online ? "online" : "offline"));
}

function busy(retryAfterS: number): FakeAnswer {
  return { ...refused(503, "throttled", "SharePoint har travlt."), retryAfterS };
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  window.location.hash = `#${path}`;
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  window.location.hash = "";
});

describe("T28 the sign-in ends between opening and saving", () => {
  test("T28 the form stays, one prompt asks, one window opens, and then everything typed is saved", async () => {
    const { service, kept } = aService();
    let signedIn = true;
    let done: (isDone: boolean) => void = () => undefined;
    const token = (): Promise<string> =>
      signedIn ? Promise.resolve("token") : Promise.reject(new SignInNeededError());
    const signIn = vi.fn(
      () =>
        new Promise<boolean>((resolve) => {
          done = resolve;
        }),
    );
    renderPage(
      <AsStarted token={token} signIn={signIn}>
        <Shell theme="default" />
      </AsStarted>,
      service,
    );
    await screen.findByLabelText(/^Titel/);
    signedIn = false;
    await typeTitle(title);
    await wait(30_000);
    expect(screen.getByDisplayValue(title)).toBeTruthy();
    expect(screen.getByText("Ikke gemt endnu – gemmes, når du har logget ind")).toBeTruthy();
    const buttons = screen.getAllByRole("button", { name: "Log ind" });
    expect(buttons).toHaveLength(1);
    for (const button of [...buttons, ...buttons]) fireEvent.click(button);
    expect(signIn).toHaveBeenCalledTimes(1);
    signedIn = true;
    done(true);
    await wait(100);
    expect(await screen.findByText("Gemt kl. 10.42")).toBeTruthy();
    expect(kept().fields.title).toBe(title);
    expect(screen.queryByRole("button", { name: "Log ind" })).toBeNull();
  });

  test("T28 a token the service refuses twice asks for the sign-in too, and is no refusal of the text", async () => {
    const { service, ways, kept } = aService();
    renderPage(<Shell theme="default" />, service);
    await screen.findByLabelText(/^Titel/);
    ways.patch = () => refused(401, "not-signed-in", "Log ind igen.");
    await typeTitle(title);
    await wait(2100);
    expect(await screen.findByRole("button", { name: "Log ind" })).toBeTruthy();
    expect(screen.getByText("Ikke gemt endnu – gemmes, når du har logget ind")).toBeTruthy();
    ways.patch = undefined;
    fireEvent.click(screen.getByRole("button", { name: "Log ind" }));
    await wait(100);
    expect(kept().fields.title).toBe(title);
  });
});

describe("T30 the connection is lost while somebody writes", () => {
  test("T30 what is typed waits for the network, says so, and is saved the moment it is back", async () => {
    const { service, ways, kept } = aService();
    renderPage(<Shell theme="default" />, service);
    await screen.findByLabelText(/^Titel/);
    goOnline(false);
    ways.patch = () => ({ unreachable: true });
    await typeTitle(title);
    expect(screen.getByText("Ikke gemt endnu – gemmes, når du er online")).toBeTruthy();
    expect(screen.getByText(/^Ingen forbindelse\./)).toBeTruthy();
    await wait(600_000);
    expect(screen.getByText("Ikke gemt endnu – gemmes, når du er online")).toBeTruthy();
    ways.patch = undefined;
    goOnline(true);
    await wait(10);
    expect(await screen.findByText("Gemt kl. 10.42")).toBeTruthy();
    expect(kept().fields.title).toBe(title);
  });

  test("T30 a machine that wakes saves at once, whatever page is open by then", async () => {
    const { service, ways, kept } = aService();
    renderPage(<Shell theme="default" />, service);
    await screen.findByLabelText(/^Titel/);
    ways.patch = () => ({ unreachable: true });
    await typeTitle(title);
    await wait(60_000);
    expect(screen.getByText("Ikke gemt endnu – prøver igen")).toBeTruthy();
    window.location.hash = "#/";
    await screen.findByRole("heading", { name: "Overblik" });
    const leaving = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    ways.patch = undefined;
    document.dispatchEvent(new Event("visibilitychange"));
    await wait(10);
    expect(kept().fields.title).toBe(title);
  });
});

describe("T01 the service asks for a pause", () => {
  test("T01 a save that waits is told of with a count-down that is read aloud once, and nothing is sent early", async () => {
    const { service, ways } = aService();
    const { calls } = renderPage(<Shell theme="default" />, service);
    await screen.findByLabelText(/^Titel/);
    ways.patch = () => busy(20);
    await typeTitle(title);
    await wait(2000);
    const saves = () => calls.filter(({ method }) => method === "PATCH").length;
    const seen = await screen.findByText(/^SharePoint er optaget – vi prøver igen om \d+ s$/);
    const heard = screen.getByText(/^SharePoint er optaget – vi prøver igen om \d+ sekunder$/).textContent;
    expect(seen.closest("[aria-hidden]")).not.toBeNull();
    await wait(5000);
    expect(screen.getByText(/^SharePoint er optaget – vi prøver igen om 1[45] s$/)).toBeTruthy();
    expect(screen.getByText(/^SharePoint er optaget – vi prøver igen om \d+ sekunder$/).textContent).toBe(heard);
    window.dispatchEvent(new Event("online"));
    await wait(14_000);
    expect(saves()).toBe(1);
    ways.patch = undefined;
    await wait(1500);
    expect(saves()).toBe(2);
    expect(screen.queryByText(/^SharePoint er optaget/)).toBeNull();
  });

  test("T02 'Stop med at vente' works at once, and the save stays queued", async () => {
    const { service, ways, kept } = aService();
    renderPage(<Shell theme="default" />, service);
    await screen.findByLabelText(/^Titel/);
    ways.patch = () => busy(300);
    await typeTitle(title);
    await wait(2000);
    fireEvent.click(await screen.findByRole("button", { name: "Stop med at vente" }));
    expect(screen.queryByText(/^SharePoint er optaget/)).toBeNull();
    expect(screen.getByText("Ikke gemt endnu – prøver igen")).toBeTruthy();
    ways.patch = undefined;
    await wait(300_000);
    expect(kept().fields.title).toBe(title);
  });

  test("T02 a page that waits shows at once why, with another try", async () => {
    const { service, ways } = aService();
    window.location.hash = "#/";
    ways.get = () => busy(300);
    renderPage(
      <AsStarted>
        <Shell theme="default" />
      </AsStarted>,
      service,
    );
    fireEvent.click(await screen.findByRole("button", { name: "Stop med at vente" }));
    expect(await screen.findByText("SharePoint har travlt.")).toBeTruthy();
    ways.get = undefined;
    fireEvent.click(screen.getByRole("button", { name: "Prøv igen" }));
    expect(await screen.findByRole("heading", { name: "Overblik" })).toBeTruthy();
  });
});

describe("T04 the service fails", () => {
  test.each([
    ["500", refused(500, "unexpected", "Vi kunne ikke gøre det færdigt.")],
    ["502 of a machine between", { status: 502, body: "<html>Bad gateway</html>" }],
    ["a reset connection", { unreachable: true } as const],
  ])(
    "T04 %s is tried at most 6 times within 30 s, then told with the error number and another try",
    async (_, trouble) => {
      const { service, ways } = aService();
      window.location.hash = "#/";
      ways.get = () => trouble;
      const { calls } = renderPage(
        <AsStarted>
          <Shell theme="default" />
        </AsStarted>,
        service,
      );
      await wait(29_000);
      const tries = calls.filter((call) => call.path === "/overview").length;
      expect(tries).toBeGreaterThan(2);
      expect(tries).toBeLessThanOrEqual(6);
      expect(screen.getByText(/^Fejlnummer: \S{6,}/)).toBeTruthy();
      ways.get = undefined;
      fireEvent.click(screen.getByRole("button", { name: "Prøv igen" }));
      await wait(10);
      expect(await screen.findByRole("heading", { name: "Overblik" })).toBeTruthy();
    },
  );
});
