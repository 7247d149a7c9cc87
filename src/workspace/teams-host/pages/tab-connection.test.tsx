import { afterEach, describe, expect, it } from "vitest";
import { connectTab, type TabConnection } from "./tab-connection.ts";

const origin = "http://localhost:4281";

describe("connectTab", () => {
  let connection: TabConnection | undefined;
  afterEach(() => {
    connection?.close();
    document.body.replaceChildren();
  });

  it("answers with both ids, to the app's origin", async () => {
    const { sent, receive } = open();
    receive({ id: 3, uuidAsString: "u-3", func: "getContext", args: [] });
    await settled();
    expect(sent).toEqual([{ message: { id: 3, uuidAsString: "u-3", args: [{ theme: "default" }] }, target: origin }]);
  });

  it("ignores other frames, other origins, unknown functions and noise", async () => {
    const { sent, receive } = open();
    receive({ id: 1, func: "getContext" }, { source: window });
    receive({ id: 1, func: "getContext" }, { origin: "http://evil.example" });
    receive({ id: 1, func: "no.such.thing" });
    receive({ id: 1, func: "toString" });
    receive("noise");
    await settled();
    expect(sent).toEqual([]);
  });

  it("sends only events the tab registered for, without an id", async () => {
    const { sent, receive } = open();
    connection?.send("themeChange", ["dark"]);
    receive({ id: 1, func: "registerHandler", args: ["themeChange"] });
    await settled();
    connection?.send("themeChange", ["contrast"]);
    connection?.send("contextChange", [{}]);
    expect(sent).toEqual([{ message: { func: "themeChange", args: ["contrast"] }, target: origin }]);
  });

  it("hears nothing after it is closed", async () => {
    const { sent, receive } = open();
    connection?.close();
    receive({ id: 1, func: "getContext" });
    await settled();
    expect(sent).toEqual([]);
  });

  function open() {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const sent: { message: unknown; target: unknown }[] = [];
    const tab = frame.contentWindow;
    if (tab === null) throw new Error("jsdom gives a frame a window");
    tab.postMessage = (message: unknown, target: unknown) => sent.push({ message, target });
    connection = connectTab({ frame, origin, handlers: { getContext: () => [{ theme: "default" }] } });
    const receive = (data: unknown, changes: MessageEventInit = {}): void => {
      window.dispatchEvent(new MessageEvent("message", { data, origin, source: tab, ...changes }));
    };
    return { sent, receive };
  }
});

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
