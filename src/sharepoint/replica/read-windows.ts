/** Own acts during one read: the read may be older than they are. */
export interface ReadWindow {
  readonly taken: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  readonly close: () => void;
}

/** Remembers own writes and deletes for the reads under way at that moment. */
export interface ReadWindows {
  readonly open: () => ReadWindow;
  readonly taken: (id: string) => void;
  readonly removed: (id: string) => void;
}

export function createReadWindows(): ReadWindows {
  const windows = new Set<{ readonly taken: Set<string>; readonly removed: Set<string> }>();
  const note = (id: string, side: "taken" | "removed") => {
    for (const window of windows) {
      window[side].add(id);
      window[side === "taken" ? "removed" : "taken"].delete(id);
    }
  };
  return {
    open: () => {
      const window = { taken: new Set<string>(), removed: new Set<string>() };
      windows.add(window);
      return { ...window, close: () => windows.delete(window) };
    },
    taken: (id) => note(id, "taken"),
    removed: (id) => note(id, "removed"),
  };
}
