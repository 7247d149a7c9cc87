import type { App } from "@microsoft/teams.apps";
import type { Logger } from "pino";

/** The shape of the logger the SDK wants. */
export type SdkLogger = NonNullable<NonNullable<ConstructorParameters<typeof App>[0]>["logger"]>;

/**
 * The SDK's logger on ours. Its debug lines hold whole activities with what people typed, so only warnings and errors
 * come through, and of those only their first words.
 */
export function sdkLogger(log: Logger): SdkLogger {
  const drop = (): void => {};
  const warn = (...parts: unknown[]): void => log.warn({ sdk: firstWords(parts) }, "teams sdk");
  const error = (...parts: unknown[]): void => {
    const cause = parts.find((part) => part instanceof Error);
    log.error({ sdk: firstWords(parts), ...(cause === undefined ? {} : { err: cause.message }) }, "teams sdk");
  };
  const logger: SdkLogger = {
    debug: drop,
    trace: drop,
    info: drop,
    warn,
    error,
    log: (level, ...parts: unknown[]) => {
      if (level === "error") error(...parts);
      if (level === "warn") warn(...parts);
    },
    child: () => logger,
  };
  return logger;
}

function firstWords(parts: readonly unknown[]): string {
  const text = parts.find((part) => typeof part === "string") ?? "";
  return String(text).slice(0, 200);
}
