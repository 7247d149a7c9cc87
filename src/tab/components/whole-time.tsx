/** A day and a time in a narrow column: the line breaks before "kl." or "at", never within the day or the time. */
export function WholeTime({ text }: { readonly text: string }) {
  const parts = text.split(/ (?=(?:kl\.|at) \d)/u);
  return <span>{parts.map((part) => part.replaceAll(" ", "\u00a0")).join(" ")}</span>;
}
