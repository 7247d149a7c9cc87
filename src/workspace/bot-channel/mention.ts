/**
 * What Teams sends of a text in a channel that names the bot with `@`: the name marked, and who is meant.
 *
 * @returns undefined when the text names no bot: then the bot hears nothing
 */
export function mentionIn(text: string, botId: string, botName: string): Record<string, unknown> | undefined {
  const name = `@${botName}`;
  const start = text.toLowerCase().indexOf(name.toLowerCase());
  if (start < 0) return undefined;
  const marked = `<at>${botName}</at>`;
  return {
    text: text.slice(0, start) + marked + text.slice(start + name.length),
    entities: [{ type: "mention", text: marked, mentioned: { id: botId, name: botName } }],
  };
}
