import { describe, expect, it } from "vitest";
import { aTabPane } from "./host.test-support.ts";
import { type TabPane, tabHandlers } from "./tab-handlers.ts";

describe("tabHandlers", () => {
  it("answers initialize with the runtime last, behind something that is no runtime", async () => {
    const [frameContext, client, third, runtime] = (await call("initialize")) ?? [];
    expect([frameContext, client]).toEqual(["content", "web"]);
    expect(() => JSON.parse(String(third)) as unknown).toThrow();
    expect(JSON.parse(String(runtime))).toMatchObject({
      apiVersion: 4,
      isNAAChannelRecommended: true,
      supports: { nestedAppAuth: {} },
    });
  });

  it("offers only what it answers", async () => {
    const offered = {
      nestedAppAuth: "nestedAppAuth.execute",
      people: "people.selectPeople",
      pages: "pages.navigateToApp",
      app: "appInitialization.success",
      clipboard: "clipboard.writeToClipboard",
      dialog: "tasks.startTask",
      sharing: "sharing.shareWebContent",
    };
    const handlers = tabHandlers(aTabPane());
    const [, , , runtime] = (await call("initialize")) ?? [];
    const { supports } = JSON.parse(String(runtime)) as { supports: object };
    expect(Object.keys(supports).toSorted()).toEqual(Object.keys(offered).toSorted());
    for (const name of Object.values(offered)) expect(handlers[name]).toBeDefined();
  });

  it.each([
    ["no-sign-on", "nestedAppAuth", "nestedAppAuth.execute"],
    ["no-dialogs", "dialog", "tasks.startTask"],
  ] as const)("neither offers nor answers what %s takes away", async (name, capability, func) => {
    const runtime = { frameContext: "content", client: "teams", bench: [name] } as const;
    const answer = await call("initialize", [], { runtime });
    const { supports } = JSON.parse(String(answer?.[3])) as { supports: object };
    expect(supports).not.toHaveProperty(capability);
    expect(tabHandlers(aTabPane({ runtime }))[func]).toBeUndefined();
  });

  it("is Outlook's without channels, and a phone's by its client", async () => {
    const answerOf = (client: "outlook" | "phone") =>
      call("initialize", [], { runtime: { frameContext: "task", client, bench: [] } });
    expect((await answerOf("phone"))?.slice(0, 2)).toEqual(["task", "android"]);
    const outlook = String((await answerOf("outlook"))?.[3]);
    expect(JSON.parse(outlook)).toMatchObject({ supports: { pages: { currentApp: {} } } });
    expect(outlook).not.toContain("config");
  });

  it("opens one page of the app as a dialog, and says why it opens no other", async () => {
    const opened: unknown[] = [];
    const opener: TabPane["opener"] = {
      open: (request) => (opened.push(request), Promise.resolve([null, { answer: 42 }])),
      tellDialog: () => undefined,
    };
    const url = "http://localhost:4281/tab/dialog";
    expect(await call("tasks.startTask", [{ url, title: "Vælg", width: 400, height: "medium" }], { opener })).toEqual([
      null,
      { answer: 42 },
    ]);
    expect(opened).toEqual([{ title: "Vælg", size: { width: 400, height: "medium" }, content: { kind: "page", url } }]);
    for (const wrong of [{}, { card: "{broken" }, "nonsense"])
      expect(await call("tasks.startTask", [wrong], { opener })).toEqual([expect.stringContaining("neither")]);
  });

  it("answers success, which the library waits for, and no other notice", async () => {
    expect(await call("appInitialization.success", ["v"])).toEqual([]);
    expect(await call("appInitialization.appLoaded", ["v"])).toBeUndefined();
    expect(await call("appInitialization.failure", ["Timeout", ""])).toBeUndefined();
  });

  it("tells whether a link was followed", async () => {
    const openLink = (address: string): boolean => address.startsWith("https:");
    expect(await call("executeDeepLink", ["https://teams.microsoft.com/l/entity/a/b"], { openLink })).toEqual([true]);
    expect(await call("executeDeepLink", ["javascript:alert(1)"], { openLink })).toMatchObject([
      false,
      expect.any(String),
    ]);
    expect(await call("executeDeepLink", [7], { openLink })).toMatchObject([false, expect.any(String)]);
  });

  it("goes to a page of this app or another one", async () => {
    const opened: unknown[] = [];
    const openPage: TabPane["openPage"] = (link) => {
      opened.push(link);
      return link.appId !== "missing";
    };
    expect(await call("pages.navigateToApp", [{ appId: "other", pageId: "p", subPageId: "s" }], { openPage })).toEqual([
      true,
    ]);
    expect(await call("pages.navigateToApp", [{ appId: "missing", pageId: "p" }], { openPage })).toMatchObject([
      false,
      expect.any(String),
    ]);
    expect(await call("pages.currentApp.navigateTo", [{ pageId: "p2" }], { openPage })).toEqual([null]);
    expect(await call("pages.currentApp.navigateTo", ["nonsense"], { openPage })).toMatchObject([{ errorCode: 4000 }]);
    expect(opened).toEqual([
      { appId: "other", entityId: "p", subEntityId: "s" },
      { appId: "missing", entityId: "p", subEntityId: undefined },
      { appId: "this", entityId: "p2", subEntityId: undefined },
    ]);
  });

  it("returns the chosen people, or that the person cancelled", async () => {
    const people = [{ objectId: "1", displayName: "Bo", email: "bo@proeve.example" }];
    expect(await call("people.selectPeople", [null], { selectPeople: () => Promise.resolve(people) })).toEqual([
      null,
      people,
    ]);
    expect(await call("people.selectPeople", [], { selectPeople: () => Promise.resolve(undefined) })).toEqual([
      { errorCode: 8000 },
    ]);
  });

  it("answers the authentication library in the second element", async () => {
    const handlers = tabHandlers(aTabPane({ nestedAppAuth: (text) => Promise.resolve(`answer to ${text}`) }));
    const answer = handlers["nestedAppAuth.execute"]?.([], { func: "nestedAppAuth.execute", args: [], data: "{}" });
    expect(await answer).toEqual([null, "answer to {}"]);
  });
});

async function call(
  name: string,
  args: readonly unknown[] = [],
  overrides: Partial<TabPane> = {},
): Promise<readonly unknown[] | undefined> {
  return tabHandlers(aTabPane(overrides))[name]?.(args, { func: name, args: [...args] });
}
