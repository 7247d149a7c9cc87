import { describe, expect, it } from "vitest";
import { type SettingsSide, settingsHandlers, type TabConfig } from "./settings-handlers.ts";

const page = "http://localhost:4281/tab/pool";

describe("settingsHandlers", () => {
  it("keeps what a settings page sets, tells when it can be saved, and how saving went", () => {
    const heard: unknown[] = [];
    let config: TabConfig | undefined;
    const side: SettingsSide = {
      current: () => config,
      change: (next) => {
        config = next;
        return undefined;
      },
      setValid: (valid) => heard.push(valid),
      finished: (outcome) => heard.push(outcome),
    };
    const call = calling(settingsHandlers(side));
    expect(call("settings.getSettings")).toEqual([{}]);
    expect(call("settings.setValidityState", true)).toBeUndefined();
    expect(call("settings.setSettings", { entityId: "p", contentUrl: page, suggestedDisplayName: "" })).toEqual([true]);
    expect(call("settings.getSettings")).toMatchObject([{ entityId: "p", contentUrl: page }]);
    expect(config?.suggestedDisplayName).toBeUndefined();
    expect(call("settings.save.failure", "Lukket")).toBeUndefined();
    expect(call("settings.remove.success")).toBeUndefined();
    expect(heard).toEqual([true, { ok: false, reason: "Lukket" }, { ok: true }]);
  });

  it("refuses a configuration without a page, and one the shell does not take", () => {
    const call = calling(settingsHandlers({ current: () => undefined, change: () => "foreign" }));
    expect(call("settings.setSettings", { entityId: "p" })).toEqual([false, expect.stringContaining("contentUrl")]);
    expect(call("settings.setSettings", { contentUrl: page })).toEqual([false, "foreign"]);
  });
});

function calling(handlers: ReturnType<typeof settingsHandlers>) {
  return (func: string, ...args: readonly unknown[]) => handlers[func]?.(args, { func, args: [...args] });
}
