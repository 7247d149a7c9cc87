import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { type ReactNode, useMemo, useState } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Language } from "#domain/shared/language.ts";
import { SessionContext, useSession } from "../components/session.ts";
import { createApi } from "../host/api.ts";
import type { Host } from "../host/host.ts";
import { SignInNeededError, type SignInReason } from "../host/sign-in-needed.ts";
import type { TokenSource } from "../host/token-source.ts";
import { aMe, anOverview, testKey } from "../testing/answers.ts";
import { answered, type FakeService, renderPage } from "../testing/render-page.tsx";
import { da } from "../texts/da.ts";
import { en } from "../texts/en.ts";
import { TextsContext } from "../texts/texts-context.ts";
import { createQueryClient } from "./query-client.ts";
import { Shell } from "./shell.tsx";

const service: FakeService = {
  "GET /me": () => answered(aMe()),
  "GET /overview": () => answered(anOverview()),
  "GET /events": () => ({ unreachable: true }),
};

interface Around {
  readonly tokens?: Partial<TokenSource>;
  readonly host?: Partial<Host>;
  readonly language?: Language;
}

/** The shell as a started tab has it, with tokens and host as a test wants them. */
function Started({ tokens, host, language = "da", children }: Around & { readonly children: ReactNode }) {
  const session = useSession();
  const [queries] = useState(createQueryClient);
  const own = useMemo(() => {
    const all = { ...session.tokens, ...tokens };
    const api = createApi({ baseUrl: "http://service.test", tokens: all, language: () => language });
    return { ...session, host: { ...session.host, ...host }, tokens: all, api };
  }, [session, tokens, host, language]);
  return (
    <SessionContext value={own}>
      <TextsContext value={{ language, texts: language === "da" ? da : en }}>
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </TextsContext>
    </SessionContext>
  );
}

function start(around: Around) {
  return renderPage(
    <Started {...around}>
      <Shell theme="default" />
    </Started>,
    service,
  );
}

/** Nobody gets in for this reason until the window has done its work. */
function locked(reason: SignInReason, signIn: () => Promise<boolean>) {
  let open = false;
  const token = vi.fn(() => (open ? Promise.resolve("token") : Promise.reject(new SignInNeededError(reason))));
  const window = vi.fn(async () => {
    open = await signIn();
    return open;
  });
  return { token, signIn: window };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  window.location.hash = "";
});

describe("T29 what stands in the way of a sign-in", () => {
  test.each([
    ["da", "consent", /^Fremdrift er ikke godkendt til din konto endnu/, "Log ind"],
    ["en", "consent", /^Fremdrift has not been approved for your account/, "Sign in"],
    ["da", "more", /^Kommunen kræver en ekstra bekræftelse af, at det er dig/, "Log ind"],
    ["en", "more", /^The municipality asks you to confirm once more/, "Sign in"],
  ] as const)("T29 is explained (%s, %s), and one click opens one window", async (language, reason, words, button) => {
    let close: (done: boolean) => void = () => undefined;
    const tokens = locked(reason, () => new Promise((resolve) => (close = resolve)));
    start({ tokens, language });
    expect(await screen.findByText(words)).toBeTruthy();
    expect(tokens.signIn).not.toHaveBeenCalled();
    const press = screen.getByRole("button", { name: button });
    for (let again = 0; again < 3; again += 1) await userEvent.click(press);
    expect(tokens.signIn).toHaveBeenCalledTimes(1);
    close(true);
    expect(await screen.findByRole("heading", { name: language === "da" ? "Overblik" : "Overview" })).toBeTruthy();
    expect(screen.queryByText(words)).toBeNull();
  });

  test.each([
    ["da", "blocked", /Tillad pop op-vinduer for siden/],
    ["en", "blocked", /Allow pop-ups for this page/],
    ["da", "other-account", /en anden konto end den, du bruger i Teams/],
    ["en", "other-account", /another account than the one you use in Teams/],
    ["da", "failed", /^Det lykkedes ikke at logge ind/],
    ["en", "failed", /^Signing in failed/],
    ["da", "more", /betinget adgang/],
    ["en", "consent", /link to the IT department/],
  ] as const)(
    "T29 a window that brought nothing is explained (%s, %s), without a second one",
    async (language, reason, words) => {
      const tokens = locked("sign-in", () => Promise.reject(new SignInNeededError(reason)));
      start({ tokens, language });
      const press = await screen.findByRole("button", { name: language === "da" ? "Log ind" : "Sign in" });
      expect(screen.queryByRole("alert")).toBeNull();
      await userEvent.click(press);
      expect((await screen.findByRole("alert")).textContent).toMatch(words);
      expect(tokens.signIn).toHaveBeenCalledTimes(1);
      expect(press.getAttribute("aria-disabled")).not.toBe("true");
    },
  );

  test("T29 'not now' says nothing and asks for nothing: the button stands there for later", async () => {
    const tokens = locked("sign-in", () => Promise.resolve(false));
    start({ tokens });
    const press = await screen.findByRole("button", { name: "Log ind" });
    const before = tokens.token.mock.calls.length;
    await userEvent.click(press);
    await waitFor(() => expect(press.getAttribute("aria-disabled")).not.toBe("true"));
    expect(screen.queryByRole("alert")).toBeNull();
    expect([tokens.signIn.mock.calls.length, tokens.token.mock.calls.length]).toEqual([1, before]);
  });

  test("T29 the IT department's link can be read, copied, and copied by hand where the clipboard is refused", async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>().mockRejectedValueOnce(new Error("no permission"));
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, "writeText").mockImplementation((text) => writeText(text));
    start({ tokens: locked("consent", () => Promise.resolve(true)) });
    const field = await screen.findByLabelText<HTMLInputElement>("Link til it-afdelingen");
    expect(field.value).toBe("https://login.test/tenant/v2.0/adminconsent?client_id=app");
    await user.click(screen.getByRole("button", { name: "Kopiér link" }));
    expect(await screen.findByText(/^Linket kunne ikke kopieres automatisk/)).toBeTruthy();
    await user.click(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
    writeText.mockResolvedValue();
    await user.click(screen.getByRole("button", { name: "Kopiér link" }));
    expect(await screen.findByRole("button", { name: "Linket er kopieret" })).toBeTruthy();
    expect(writeText).toHaveBeenLastCalledWith(field.value);
  });
});

describe("a sign-in that ends in the middle of work", () => {
  test("T29 is told in one bar with the reason, on a page that comes by itself afterwards", async () => {
    let reason: SignInReason | undefined;
    const token = () => (reason ? Promise.reject(new SignInNeededError(reason)) : Promise.resolve("token"));
    const signIn = vi.fn(async () => {
      reason = undefined;
      return true;
    });
    start({ tokens: { token, signIn } });
    await screen.findByRole("heading", { name: "Overblik" });
    reason = "more";
    window.location.hash = `#/rounds/${testKey("round")}`;
    expect(await screen.findByText(/^Kommunen kræver en ekstra bekræftelse/)).toBeTruthy();
    expect(await screen.findByRole("heading", { name: "Log ind for at fortsætte" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Prøv igen" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Log ind" }));
    expect(signIn).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(screen.queryByRole("button", { name: "Log ind" })).toBeNull());
    expect(screen.queryByText(/^Kommunen kræver en ekstra bekræftelse/)).toBeNull();
  });
});

describe("what the host is told", () => {
  test("that something is on the screen, when it is the question who is there: Teams would cover it after a while", async () => {
    const host = { reportSuccess: vi.fn(), reportFailure: vi.fn() };
    start({ tokens: locked("sign-in", () => Promise.resolve(false)), host });
    await screen.findByRole("button", { name: "Log ind" });
    expect([host.reportSuccess.mock.calls.length > 0, host.reportFailure.mock.calls]).toEqual([true, []]);
  });

  test("that the first data are there, and nothing before them", async () => {
    const host = { reportSuccess: vi.fn(), reportFailure: vi.fn() };
    let give: (token: string) => void = () => undefined;
    start({ tokens: { token: () => new Promise((resolve) => (give = resolve)) }, host });
    await screen.findByRole("main");
    expect(host.reportSuccess).not.toHaveBeenCalled();
    give("token");
    await waitFor(() => expect(host.reportSuccess).toHaveBeenCalled());
    expect(host.reportFailure).not.toHaveBeenCalled();
  });

  test("why nothing can be shown", async () => {
    const host = { reportSuccess: vi.fn(), reportFailure: vi.fn() };
    const refused = () => ({
      status: 403,
      body: { type: "x", title: "x", status: 403, detail: "Nej.", code: "forbidden", instance: "1" },
    });
    renderPage(
      <Started host={host}>
        <Shell theme="default" />
      </Started>,
      { ...service, "GET /me": refused },
    );
    await waitFor(() => expect(host.reportFailure.mock.calls).toEqual([["other"]]));
    expect(host.reportSuccess).not.toHaveBeenCalled();
  });
});
