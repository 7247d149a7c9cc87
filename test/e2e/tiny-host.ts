/**
 * A host page of a hundred lines that speaks the protocol and obeys its query, so that a test can be a host that is
 * slow, silent, old or foreign: `mute` (functions it never answers), `naa=0` (no nested app authentication), `supports`
 * (capabilities, by default pages), `name` (Teams, Outlook, …), `theme`, `sub` (deep link), `popup=cancel`, `account`,
 * `stranger` (a page of another origin beside the tab). What the tab says is in `window.tiny`.
 */
export function tinyHostPage(places: {
  readonly service: string;
  readonly identity: string;
  readonly clientId: string;
  readonly tenantId: string;
}): string {
  return `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Host</title>
<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%}#stranger{height:40px}</style></head>
<body><script>const places = ${JSON.stringify(places)};(${hostScript})(places);</script></body></html>`;
}

/** Runs in the host page; plain script, since nothing compiles it. */
const hostScript = `(places) => {
  const query = new URLSearchParams(location.search);
  const muted = (query.get("mute") ?? "").split(",");
  const account = query.get("account");
  const environment = "login.microsoftonline.com";
  const tiny = (window.tiny = { heard: [], lastArgs: {}, popup: query.get("popup") });
  const supports = Object.fromEntries((query.get("supports") ?? "pages").split(",").filter(Boolean).map((name) => [name, {}]));
  if (query.get("naa") !== "0") supports.nestedAppAuth = {};
  const runtime = {
    apiVersion: 4, isNAAChannelRecommended: query.get("naa") !== "0", isLegacyTeams: false, supports,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  };
  const context = () => ({
    appId: places.clientId, locale: query.get("locale") ?? "da-dk", theme: query.get("theme") ?? "default",
    hostName: query.get("name") ?? "Teams", hostClientType: "web", ringId: "general", frameContext: "content",
    entityId: "fremdrift", subEntityId: query.get("sub") ?? undefined, sessionId: "1", appSessionId: "1",
    userObjectId: query.get("claimed") ?? account, loginHint: query.get("hint"), tid: places.tenantId,
  });
  const broker = async (more) => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ account, clientId: places.clientId, ...more });
    return (await fetch(places.identity + "/workspace/broker", { method: "POST", headers, body })).json();
  };
  const failed = (status, code, description) => ({ success: false, error: { status, code, subError: "", description } });
  const signIn = async ({ method, tokenParams }) => {
    const accountContext = { homeAccountId: account + "." + places.tenantId, environment, tenantId: places.tenantId };
    if (method === "GetInitContext") {
      return { success: true, initContext: { sdkName: "tiny", sdkVersion: "1", capabilities: {}, accountContext } };
    }
    const asked = { scope: tokenParams.scope, claims: tokenParams.claims };
    const popup = method === "GetTokenPopup";
    if (popup && tiny.popup === "cancel") return failed("USER_CANCEL", "user_cancel", "");
    const answer = await broker(popup ? { ...asked, consent: true, confirmed: true } : asked);
    if (answer.error) return failed("USER_INTERACTION_REQUIRED", answer.error, answer.error_description);
    const { access_token, id_token, expires_in, scope } = answer;
    return {
      success: true, token: { access_token, id_token, expires_in, scope, properties: null },
      account: { ...accountContext, username: "u", localAccountId: account, name: "U" },
    };
  };
  const frame = document.createElement("iframe");
  frame.allow = query.get("clipboard") === "1" ? "clipboard-write" : "";
  frame.src = places.service + "/tab/";
  const origin = new URL(places.service).origin;
  tiny.send = (func, args) => frame.contentWindow.postMessage({ func, args }, origin);
  window.addEventListener("message", async ({ source, origin: from, data }) => {
    if (source !== frame.contentWindow || from !== origin) return;
    const { id, uuidAsString, func, args = [] } = data;
    const request = func === "nestedAppAuth.execute" ? JSON.parse(data.data) : undefined;
    const name = request ? request.method : func;
    tiny.heard.push(func === "registerHandler" ? func + " " + args[0] : name);
    tiny.lastArgs[name] = request ? request.tokenParams ?? {} : args;
    if (muted.includes(name)) return;
    const answers = {
      initialize: () => ["content", "web", "2.0.1", JSON.stringify(runtime)],
      getContext: () => [context()],
    };
    const answer = request
      ? [null, JSON.stringify({ messageType: "NestedAppAuthResponse", requestId: request.requestId, ...(await signIn(request)) })]
      : answers[func]?.();
    if (answer) frame.contentWindow.postMessage({ id, uuidAsString, args: answer }, origin);
  });
  document.body.append(frame);
  const stranger = query.get("stranger");
  if (stranger) {
    const other = document.createElement("iframe");
    other.id = "stranger";
    other.src = stranger;
    document.body.append(other);
  }
}`;
