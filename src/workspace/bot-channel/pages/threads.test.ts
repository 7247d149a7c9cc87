import { describe, expect, it } from "vitest";
import type { ChatMessage } from "./chat-contract.ts";
import { threadsOf } from "./threads.ts";

const message = (id: string, rootId?: string): ChatMessage => ({
  seq: 1,
  id,
  author: "bot",
  cards: [],
  createdAt: "",
  ...(rootId === undefined ? {} : { rootId }),
});

describe("threadsOf", () => {
  it("puts answers under what they answer, in the order of both", () => {
    const threads = threadsOf([message("a"), message("b"), message("a1", "a"), message("b1", "b"), message("a2", "a")]);
    expect(threads.map(({ root, replies }) => [root.id, ...replies.map(({ id }) => id)])).toEqual([
      ["a", "a1", "a2"],
      ["b", "b1"],
    ]);
  });

  it("lets an answer stand alone whose thread begins on an older page", () => {
    expect(threadsOf([message("x", "older"), message("a")]).map(({ root }) => root.id)).toEqual(["x", "a"]);
  });
});
