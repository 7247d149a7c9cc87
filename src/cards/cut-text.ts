/**
 * The text, or its beginning with an ellipsis when it is longer than `max` UTF-16 units: cut between words where one
 * ends near the limit, never inside a character. Cards show the rest by their link.
 */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/u, "");
  const words = room.replace(/\s+\S*$/u, "");
  const cut = words.length > max * 0.7 ? words : room;
  return `${cut.replace(/[\s.,;:–-]+$/u, "")}…`;
}
