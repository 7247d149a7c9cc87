import * as z from "zod/mini";

const formatSchema = z.looseObject({
  commandBarProps: z.object({ commands: z.array(z.looseObject({ key: z.string(), hide: z.optional(z.unknown()) })) }),
});

/** Commands that a view's formatting hides, by SharePoint's keys ("new", "editInGridView"); expressions hide nothing here. */
export function hiddenCommands(format: unknown): ReadonlySet<string> {
  const parsed = formatSchema.safeParse(format);
  if (!parsed.success) return new Set();
  const { commands } = parsed.data.commandBarProps;
  return new Set(commands.filter(({ hide }) => hide === true).map(({ key }) => key));
}
