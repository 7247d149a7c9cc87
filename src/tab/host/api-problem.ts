import type { FieldProblem } from "#contract/problem.ts";

/**
 * An answer that is no success. Thrown, because the query library tells success from failure by it; it is caught by
 * queries, mutations and the draft saver, and shown with its sentence and id.
 */
export class ApiProblem extends Error {
  override name = "ApiProblem";
  /** 0 when nothing was answered. */
  readonly status: number;
  readonly code: string;
  /** Sentence from the service in the reader's language; "" for local problems. */
  readonly detail: string;
  /** Correlation id for support, "" when there is none. */
  readonly requestId: string;
  readonly fields: readonly FieldProblem[];
  readonly retryAfterS: number | undefined;
  /** Where the request is wrong, e.g. "changes.title"; "" when nothing was said. */
  readonly where: string;
  /** When it was told, in milliseconds of this machine's clock: `retryAfterS` counts from there. */
  readonly at = Date.now();

  constructor(parts: {
    readonly status: number;
    readonly code: string;
    readonly detail?: string;
    readonly requestId?: string;
    readonly fields?: readonly FieldProblem[];
    readonly retryAfterS?: number | undefined;
    readonly where?: string;
    readonly cause?: unknown;
  }) {
    super(`${parts.status} ${parts.code}`, { cause: parts.cause });
    this.status = parts.status;
    this.code = parts.code;
    this.detail = parts.detail ?? "";
    this.requestId = parts.requestId ?? "";
    this.fields = parts.fields ?? [];
    this.retryAfterS = parts.retryAfterS;
    this.where = parts.where ?? "";
  }

  /** Before this moment of this machine's clock the service wants no repetition; undefined when it has not said. */
  get retryAt(): number | undefined {
    return this.retryAfterS === undefined ? undefined : this.at + this.retryAfterS * 1000;
  }

  /** Whether the same request may succeed a little later without anybody changing anything. */
  get passing(): boolean {
    if (this.status === 0) return this.code === "offline" || this.code === "no-answer";
    return this.status === 429 || this.status >= 500;
  }
}

/** The problem behind whatever was thrown. */
export function toApiProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem({ status: 0, code: "unexpected-answer", cause: error });
}
