import { answered, type Check, contains, is, isLike, isNot, isOneOf, refused } from "./check.ts";

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const ourId = "11111111-1111-4111-8111-111111111111";

/** Headers, envelopes, sign-in: the same for every address. */
export const transportChecks: readonly Check[] = [
  {
    title: "G-01 answers JSON as OData with a request id",
    run: async ({ call }) => {
      const answer = answered(await call("GET", "/sites/root"), 200);
      isLike("Content-Type", answer.headers.get("content-type"), /^application\/json;\s*odata\.metadata=minimal/u);
      isLike("request-id", answer.headers.get("request-id"), guid);
    },
  },
  {
    title: "G-02 echoes the caller's request id in header and error",
    run: async ({ call, site }) => {
      const headers = { "client-request-id": ourId };
      const fine = answered(await call("GET", "/sites/root", undefined, { headers }), 200);
      is("client-request-id", fine.headers.get("client-request-id"), ourId);
      const wrong = await call("GET", `${site}/lists/${ourId}`, undefined, { headers });
      is("client-request-id", wrong.headers.get("client-request-id"), ourId);
      is("innerError", wrong.at("error", "innerError", "client-request-id"), ourId);
    },
  },
  {
    title: "G-03 puts every refusal into Graph's envelope",
    run: async ({ call, site }) => {
      for (const answer of [
        await call("GET", `${site}/lists/${ourId}`),
        await call("GET", "/sites/root", undefined, { as: "nobody" }),
        await call("POST", `${site}/lists`, { name: "x" }),
      ]) {
        refused(answer, [400, 401, 404]);
        isLike("innerError.date", answer.at("error", "innerError", "date"), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/u);
        isLike("innerError.request-id", answer.at("error", "innerError", "request-id"), guid);
        isLike("innerError.client-request-id", answer.at("error", "innerError", "client-request-id"), guid);
      }
    },
  },
  {
    title: "G-04 wants a token",
    run: async ({ call }) => {
      const answer = await call("GET", "/sites/root", undefined, { as: "nobody" });
      refused(answer, 401, "InvalidAuthenticationToken", "Access token is empty.");
      isLike("WWW-Authenticate", answer.headers.get("www-authenticate"), /^Bearer /u);
    },
  },
  {
    title: "G-05 says that a token has expired",
    run: async ({ call }) => {
      const answer = await call("GET", "/sites/root", undefined, { as: "expired" });
      refused(answer, 401, "InvalidAuthenticationToken", "Lifetime validation failed");
    },
  },
  {
    title: "G-06 refuses a token without the permission, in the words of each service",
    run: async ({ call, site }) => {
      refused(await call("GET", site, undefined, { as: "narrow" }), 403, "accessDenied");
      refused(await call("GET", "/users", undefined, { as: "narrow" }), 403, "Authorization_RequestDenied");
    },
  },
  {
    title: "G-07 lets a browser from anywhere ask",
    run: async ({ call, site }) => {
      const wanted = ["authorization", "content-type", "prefer", "if-match", "consistencylevel"];
      const headers = {
        Origin: "https://tab.example",
        "Access-Control-Request-Method": "PATCH",
        "Access-Control-Request-Headers": wanted.join(","),
      };
      const answer = answered(await call("OPTIONS", `${site}/lists`, undefined, { as: "nobody", headers }), 200, 204);
      isOneOf("Allow-Origin", answer.headers.get("access-control-allow-origin"), ["*", headers.Origin]);
      const allowed = answer.headers.get("access-control-allow-headers")?.toLowerCase();
      for (const header of wanted) contains("Allow-Headers", allowed, header);
    },
  },
  {
    title: "G-08 shows a browser Retry-After but no RateLimit headers",
    run: async ({ call }) => {
      const headers = { Origin: "https://tab.example" };
      const answer = await call("GET", "/sites/root", undefined, { headers });
      const exposed = answer.headers.get("access-control-expose-headers")?.toLowerCase() ?? "";
      for (const header of ["etag", "location", "retry-after", "request-id"])
        contains("Expose-Headers", exposed, header);
      isNot("RateLimit exposed", exposed.includes("ratelimit"), true);
    },
  },
  {
    title: "G-09 answers unknown paths with an envelope",
    run: async ({ call, site }) => {
      answered(await call("GET", `${site}/lists`), 200);
      for (const path of ["/nothing", `${site}/nothing`, `${site}/lists/${ourId}/nothing`]) {
        refused(await call("GET", path), [400, 404]);
      }
    },
  },
  {
    title: "G-10 refuses a body that is not JSON",
    run: async ({ call, newList }) => {
      const items = `${await newList()}/items`;
      refused(await call("POST", items, "{"), 400, ["invalidRequest", "BadRequest"]);
      answered(await call("POST", items, '{"fields":{"Title":"A"}}'), 201);
    },
  },
];
