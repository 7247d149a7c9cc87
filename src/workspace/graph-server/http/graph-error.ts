import type { JsonObject } from "./json.ts";

/**
 * A refusal on its way out. Thrown, not returned: it leaves through the open transaction, which is thereby rolled back,
 * and becomes Graph's error envelope at the server's only edge.
 */
export class GraphError extends Error {
  override readonly name = "GraphError";
  readonly status: number;
  readonly code: string;
  readonly innerCode: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { readonly innerCode?: string; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.innerCode = more.innerCode;
    this.headers = more.headers ?? {};
  }
}

/** 400: unknown field, bad body, unsupported query. */
export function invalidRequest(message: string): GraphError {
  return new GraphError(400, "invalidRequest", message);
}

/** What SharePoint says when a value has the wrong type or lacks its annotation. */
export function generalException(): GraphError {
  return new GraphError(400, "generalException", "General exception while processing");
}

/** 404 of sites, lists, items and files. */
export function itemNotFound(message = "The resource could not be found."): GraphError {
  return new GraphError(404, "itemNotFound", message);
}

/** 403 of everything behind SharePoint rights. */
export function accessDenied(): GraphError {
  return new GraphError(403, "accessDenied", "Access denied");
}

/** 409: a name is taken. */
export function nameAlreadyExists(message = "The specified name is already in use."): GraphError {
  return new GraphError(409, "nameAlreadyExists", message);
}

/** 412: If-Match named an older version. */
export function preconditionFailed(): GraphError {
  return new GraphError(412, "resourceModified", "ETag does not match current item's value");
}

/** Features of Graph this server does not have. */
export function notImplemented(what: string): GraphError {
  return new GraphError(501, "notSupported", `${what} is not supported by this server.`);
}

/** Graph's error envelope; `ids` are the request's ids, `date` machine time without zone. */
export function errorBody(
  error: { readonly code: string; readonly message: string; readonly innerCode?: string | undefined },
  ids: { readonly requestId: string; readonly clientRequestId: string; readonly date: string },
): JsonObject {
  const inner = error.innerCode === undefined ? {} : { code: error.innerCode };
  return {
    error: {
      code: error.code,
      message: error.message,
      innerError: {
        ...inner,
        date: ids.date,
        "request-id": ids.requestId,
        "client-request-id": ids.clientRequestId,
      },
    },
  };
}
