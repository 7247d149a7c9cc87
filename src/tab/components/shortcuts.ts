/** Where a shortcut works. */
export type ShortcutPlace = "everywhere" | "search" | "review";

/** One shortcut as people are told of it. */
export interface Shortcut {
  readonly id: "search" | "shortcuts" | "close" | "choose" | "take" | "score" | "next" | "previous" | "give";
  readonly place: ShortcutPlace;
  /** The keys that do it, each as it stands on a keyboard. */
  readonly keys: readonly string[];
}

/** Every shortcut of the tab: who adds one adds it here, and "Genveje" shows it. */
export const shortcuts: readonly Shortcut[] = [
  { id: "search", place: "everywhere", keys: ["Ctrl+K", "⌘K"] },
  { id: "shortcuts", place: "everywhere", keys: ["?"] },
  { id: "close", place: "everywhere", keys: ["Esc"] },
  { id: "choose", place: "search", keys: ["↑", "↓"] },
  { id: "take", place: "search", keys: ["Enter"] },
  { id: "score", place: "review", keys: ["1", "2", "3", "4", "5"] },
  { id: "next", place: "review", keys: ["J"] },
  { id: "previous", place: "review", keys: ["K"] },
  { id: "give", place: "review", keys: ["Ctrl+Enter", "⌘Enter"] },
];
