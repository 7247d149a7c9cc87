import type { Tenant } from "../tenant/tenant.ts";
import type { GraphReply, RoutedCall } from "./graph-call.ts";

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** SharePoint's resource units of a call, or what they depend on. */
export type Cost = 1 | 2 | 5 | "delta";

/**
 * One row of the route table. In a pattern `{name}` is one segment and `{name*}` any number of them; handlers of
 * anything but GET run in one transaction.
 */
export interface Route {
  readonly method: Method;
  readonly pattern: string;
  readonly cost: Cost;
  readonly handle: (tenant: Tenant, call: RoutedCall) => GraphReply;
}

export interface RouteMatch {
  readonly route: Route;
  readonly param: (name: string) => string;
}

/** Compiles a table; the first row that fits wins. `undefined` = no such path, `"method"` = path without this verb. */
export function compileRoutes(
  routes: readonly Route[],
): (method: string, path: string) => RouteMatch | "method" | undefined {
  const compiled = routes.map((route) => ({ route, expression: toExpression(route.pattern) }));
  return (method, path) => {
    let pathKnown = false;
    for (const { route, expression } of compiled) {
      const match = expression.exec(path);
      if (!match) continue;
      pathKnown = true;
      if (route.method !== method) continue;
      return { route, param: (name) => decode(match.groups?.[name]) };
    }
    return pathKnown ? "method" : undefined;
  };
}

function toExpression(pattern: string): RegExp {
  const source = pattern.replace(/\{(\w+)(\*?)\}|[^{}]+/g, (piece, name: string | undefined, many: string) => {
    if (name === undefined) return piece.replace(/[$()*+.?[\\\]^|]/g, "\\$&");
    return many === "*" ? `(?<${name}>.+?)` : `(?<${name}>[^/]+)`;
  });
  return new RegExp(`^${source}$`);
}

function decode(text: string | undefined): string {
  if (text === undefined) throw new Error("A route asks for a parameter its pattern does not have.");
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
