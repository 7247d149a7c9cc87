import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { serveLoopback } from "./serve-loopback.ts";
import { startWorkspace, type Workspace } from "./start-workspace.ts";
import { anna, testAppId, testScriptId, testSeed } from "./test-seed.ts";

const appId = "55555555-5555-4555-8555-555555555555";

describe("workspace", () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await startWorkspace({ port: 0, seed: testSeed(), startAt: new Date("2026-11-22T09:00:00Z") });
  });
  afterAll(() => workspace.close());

  it("puts each host on its own port and keeps the second one free", async () => {
    const { origins, port, serviceOrigin } = workspace;
    expect(Object.values(origins).map((origin: string) => Number(new URL(origin).port) - port)).toEqual([0, 2, 3, 4]);
    expect(serviceOrigin).toBe(`http://localhost:${port + 1}`);
    await expect(fetch(serviceOrigin)).rejects.toThrow();
    const configuration = await fetch(`${origins.identity}/organizations/v2.0/.well-known/openid-configuration`);
    expect(await configuration.json()).toMatchObject({ issuer: workspace.identity.issuer });
  });

  it("serves the host page under a strict policy, also for a deep link opened cold", async () => {
    for (const path of ["/", `/l/entity/${appId}/home?context=%7B%7D`]) {
      const page = await fetch(workspace.origins.host + path);
      expect(page.status).toBe(200);
      expect(page.headers.get("content-security-policy")).toContain(
        "default-src 'none'; script-src 'self'; style-src 'nonce-",
      );
    }
  });

  it("lists personas, featured ones first", async () => {
    const { personas } = (await api("personas").json()) as { personas: { userName: string }[] };
    expect(personas.map(({ userName }) => userName)).toEqual(["anna", "bo", "carl"]);
  });

  it("takes an app package in and turns its addresses to where the app lives", async () => {
    const placement = `origin=http://localhost:4281&bot=${encodeURIComponent("http://localhost:4281/api/messages")}`;
    const answer = await api(`apps?${placement}`, { method: "POST", body: aPackage() }).response;
    expect(answer.status).toBe(201);
    const { apps } = (await api("apps").json()) as { apps: unknown[] };
    expect(apps).toMatchObject([
      {
        id: appId,
        name: "Prøve",
        botId: testAppId,
        origin: "http://localhost:4281",
        messagesUrl: "http://localhost:4281/api/messages",
        tabs: [
          {
            entityId: "home",
            contentUrl: "http://localhost:4281/tab/?theme={theme}",
            websiteUrl: "http://localhost:4281/tab/",
          },
        ],
      },
    ]);
    expect((await api(`apps/${appId}/icons/color`).response).headers.get("content-type")).toBe("image/png");
  });

  it("takes the package as the file of a form too", async () => {
    const form = new FormData();
    form.set("package", new File([aPackage()], "app.zip"));
    expect((await api("apps?origin=http://localhost:4281", { method: "POST", body: form }).response).status).toBe(201);
  });

  it.each([
    ["no zip", () => new Uint8Array([1, 2, 3])],
    ["no manifest", () => zipSync({ "other.json": strToU8("{}") })],
    ["no bot", () => aPackage({ bots: [] })],
    ["an http tab", () => aPackage({ staticTabs: [{ entityId: "home", contentUrl: "http://app.example/tab/" }] })],
    ["no icon", () => aPackage({ icons: { color: "missing.png", outline: "outline.png" } })],
  ])("refuses a package with %s", async (_name, zip) => {
    const answer = await api("apps", { method: "POST", body: zip() }).response;
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: "badRequest" } });
  });

  it("gives the host page a token for a persona that only the workspace's pages accept", async () => {
    const body = JSON.stringify({ account: anna.id });
    const own = await api("persona-token", { method: "POST", body, headers: { origin: workspace.origins.host } })
      .response;
    const { access_token: token } = (await own.json()) as { access_token: string };
    expect(await workspace.identity.verify(token, { audiences: ["urn:workspace:host"] })).toMatchObject({
      ok: true,
      value: { objectId: anna.id },
    });
    expect(await workspace.identity.verify(token, { audiences: ["https://graph.microsoft.com"] })).toMatchObject({
      ok: false,
    });
    const foreign = await api("persona-token", { method: "POST", body, headers: { origin: workspace.serviceOrigin } })
      .response;
    expect(foreign.status).toBe(403);
  });

  it("lets a follower step with the clock over HTTP", async () => {
    const follow = (body: object) =>
      api("clock/follow", {
        method: "POST",
        body: JSON.stringify({ client: "service", idle: true, ...body }),
      }).json() as Promise<{ now: string; version: number }>;
    const first = await follow({ seen: 0, nextDue: "2026-11-22T12:00:00Z" });
    const waiting = follow({ seen: first.version, nextDue: "2026-11-22T12:00:00Z" });
    const stops: string[] = [];
    const following = (async () => {
      let reading = await waiting;
      while (stops.push(reading.now.slice(0, 16)) < 2) reading = await follow({ seen: reading.version, nextDue: null });
      follow({ seen: reading.version, nextDue: null }).catch(() => "the workspace closes while this one waits");
    })();
    await new Promise((resolve) => setImmediate(resolve));
    await whenFollowing();
    const moved = await api("clock", { method: "POST", body: JSON.stringify({ now: "2026-11-22T15:00:00Z" }) }).json();
    expect(moved).toMatchObject({ now: expect.stringMatching(/^2026-11-22T15:00/u) as string });
    await following;
    expect(stops).toEqual(["2026-11-22T12:00", "2026-11-22T15:00"]);
  });

  it("streams what open pages must know", async () => {
    const stream = await fetch(`${workspace.origins.host}/workspace/live`);
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    await api("faults", { method: "POST", body: JSON.stringify({ rate: 0.5 }) }).response;
    let text = "";
    while (!text.includes("event: faults")) text += (await reader.read()).value ?? "";
    expect(text).toContain('"rate":0.5');
    await reader.cancel();
    expect((await api("faults", { method: "DELETE" }).response).status).toBe(204);
    expect((await api("faults", { method: "POST", body: JSON.stringify({ rate: 2 }) }).response).status).toBe(400);
  });

  it("lets a script client read Graph as a persona, and shows the call in the live stream", async () => {
    const stream = await fetch(`${workspace.origins.host}/workspace/live`);
    const token = await scriptToken();
    const me = await fetch(`${workspace.origins.graph}/v1.0/me?$select=id,displayName`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await me.json()).toMatchObject({ id: anna.id, displayName: "Anna Ager" });
    expect((await fetch(`${workspace.origins.graph}/v1.0/me`)).status).toBe(401);
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes("event: request")) text += (await reader.read()).value ?? "";
    expect(text).toContain(
      '"client":"Script","person":"anna@proeve.example","method":"GET","path":"/me?$select=id,displayName","status":200',
    );
    await reader.cancel();
    expect(await api("traffic").json()).toMatchObject({ [testScriptId]: { requests: 1 } });
  });

  it("cuts real connections on demand, before or after the change, and counts what was asked", async () => {
    const token = await scriptToken();
    const me = () =>
      fetch(`${workspace.origins.graph}/v1.0/me?$select=id`, { headers: { authorization: `Bearer ${token}` } });
    const set = (plan: object) => api("faults", { method: "POST", body: JSON.stringify(plan) }).response;
    await api("traffic", { method: "DELETE" }).response;
    for (const kind of ["reset", "lost-answer"]) {
      await set({ rate: 1, kinds: [kind] });
      await expect(me()).rejects.toThrow("fetch failed");
    }
    await set({ rate: 1, kinds: [429], retryAfterS: 30 });
    const refused = await me();
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "30"]);
    await api("faults", { method: "DELETE" }).response;
    expect((await me()).status).toBe(200);
    expect(await api("traffic").json()).toMatchObject({
      [testScriptId]: { requests: 4, units: 4, refused: 1, earlyRetries: 1, withoutSelect: 0 },
    });
    await api("traffic", { method: "DELETE" }).response;
    expect(await api("traffic").json()).toEqual({});
  });

  it("refuses foreign web pages and foreign host names", async () => {
    expect((await api("clock", { headers: { origin: "https://evil.example" } }).response).status).toBe(403);
    expect(await statusFor(workspace.port, "evil.example")).toBe(421);
  });

  /** Anna's token for Graph, by the script client's password grant. */
  async function scriptToken(): Promise<string> {
    const form = {
      grant_type: "password",
      client_id: testScriptId,
      username: "anna",
      password: "x",
      scope: "User.Read",
    };
    const signIn = await fetch(`${workspace.origins.identity}/organizations/oauth2/v2.0/token`, {
      method: "POST",
      body: new URLSearchParams(form),
    });
    return ((await signIn.json()) as { access_token: string }).access_token;
  }

  function api(path: string, init?: RequestInit) {
    const response = fetch(`${workspace.origins.host}/workspace/${path}`, init);
    return { response, json: async (): Promise<unknown> => (await response).json() };
  }

  /** The follower's report has arrived when the server has answered a request sent after it. */
  async function whenFollowing(): Promise<void> {
    for (let round = 0; round < 5; round += 1) await api("clock").response.then((answer) => answer.text());
  }
});

describe("second start", () => {
  const folder = mkdtempSync(join(tmpdir(), "workspace-"));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("keeps the time, the apps and the signing key, and reads the seed from a file", async () => {
    const seedFile = join(folder, "seed.json");
    writeFileSync(seedFile, JSON.stringify(testSeed()));
    const options = {
      port: 0,
      seed: seedFile,
      dataFolder: join(folder, "data"),
      startAt: new Date("2022-01-03T09:00:00Z"),
    };
    const first = await startWorkspace(options);
    await fetch(`${first.origins.host}/workspace/apps`, { method: "POST", body: aPackage() });
    await first.clock.advance(86_400_000);
    await first.close();
    const second = await startWorkspace(options);
    const { apps } = (await (await fetch(`${second.origins.host}/workspace/apps`)).json()) as { apps: unknown[] };
    expect(apps).toMatchObject([{ id: appId }]);
    expect(second.clock.read().now.slice(0, 13)).toBe("2022-01-04T09");
    await second.close();
  });

  it("says what is wrong in a seed file", async () => {
    const seedFile = join(folder, "seed.json");
    rmSync(folder, { recursive: true, force: true });
    await expect(startWorkspace({ port: 0, seed: seedFile })).rejects.toThrow(/ENOENT/u);
  });
});

describe("workspace process", () => {
  it("says when it is ready and ends on SIGTERM", async () => {
    const folder = mkdtempSync(join(tmpdir(), "workspace-"));
    const seedFile = join(folder, "seed.json");
    writeFileSync(seedFile, JSON.stringify(testSeed()));
    const main = fileURLToPath(new URL("main.ts", import.meta.url));
    const child = spawn(process.execPath, [main], {
      env: { PORT: "0", WORKSPACE_SEED: seedFile, WORKSPACE_NOW: "2022-01-03T09:00:00Z" },
    });
    const line = await new Promise<string>((resolve) =>
      child.stdout.once("data", (chunk: Buffer) => resolve(String(chunk))),
    );
    const { message, origins } = JSON.parse(line) as { message: string; origins: { host: string } };
    expect(message).toBe("Workspace ready");
    expect(await (await fetch(`${origins.host}/workspace/clock`)).text()).toContain("2022-01-03T09:00");
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    rmSync(folder, { recursive: true });
  });
});

describe("serveLoopback", () => {
  it("breaks the connection when an answer asks for it", async () => {
    const server = await serveLoopback(() => new Response("lost", { headers: { "x-workspace-drop": "1" } }), 0);
    await expect(fetch(`http://localhost:${server.port}/`)).rejects.toThrow();
    await server.close();
  });
});

function aPackage(changes: object = {}): Uint8Array<ArrayBuffer> {
  const manifest = {
    id: appId,
    version: "1.0.0",
    name: { short: "Prøve" },
    accentColor: "#113355",
    icons: { color: "color.png", outline: "outline.png" },
    staticTabs: [
      { entityId: "conversations", scopes: ["personal"] },
      {
        entityId: "home",
        name: "Hjem",
        contentUrl: "https://app.example/tab/?theme={theme}",
        websiteUrl: "https://app.example/tab/",
        scopes: ["personal"],
      },
    ],
    bots: [{ botId: testAppId, scopes: ["personal"] }],
    ...changes,
  };
  return zipSync({
    "manifest.json": strToU8(JSON.stringify(manifest)),
    "color.png": new Uint8Array([137]),
    "outline.png": new Uint8Array([137]),
  });
}

/** fetch does not let a caller choose the Host header. */
function statusFor(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request({ port, host: "127.0.0.1", headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    call.on("error", reject);
    call.end();
  });
}
