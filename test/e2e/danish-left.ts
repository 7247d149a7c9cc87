import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Frame } from "playwright-core";
import { demoPeople } from "#demo/people.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../src/tab/texts");

/**
 * Danish words of the catalogue that stand on a screen told in English, in its texts and in the names of its parts. Quoted
 * Danish is marked as such (`lang`), and people's titles are nobody's to translate.
 */
export async function danishLeft(tab: Frame): Promise<readonly string[]> {
  danish ??= danishWords();
  return tab.evaluate(standing, [...(await danish)]);
}

let danish: Promise<ReadonlySet<string>> | undefined;

/**
 * The catalogue's Danish words that English has other words for. Words made with a name or a number are left out, and the
 * focus areas, which in a programme are the municipality's own text.
 */
async function danishWords(): Promise<ReadonlySet<string>> {
  const [ours, english] = await Promise.all([catalogue("da"), catalogue("en")]);
  const others = new Set([...english.values(), ...demoPeople.map(({ title }) => title)]);
  const isOurs = (path: string, text: string): boolean =>
    english.has(path) && !others.has(text) && !path.includes(".focusAreas.");
  return new Set([...ours].flatMap(([path, text]) => (isOurs(path, text) ? [text] : [])));
}

async function catalogue(language: "da" | "en"): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const file of readdirSync(join(folder, language))) {
    const texts: unknown = await import(pathToFileURL(join(folder, language, file)).href);
    collect(file, texts, found);
  }
  return found;
}

function collect(path: string, value: unknown, into: Map<string, string>): void {
  if (typeof value === "string") into.set(path, value);
  else if (typeof value === "object" && value !== null) {
    for (const [name, part] of Object.entries(value)) collect(`${path}.${name}`, part, into);
  }
}

/** Waits some seconds for what is still fetched: answers come in the reader's language too. Runs in the tab. */
async function standing(words: readonly string[]): Promise<readonly string[]> {
  const danishOnes = new Set(words);
  const isQuoted = (element: Element | null): boolean =>
    element === null || element.closest("[lang]")?.getAttribute("lang") === "da" || element.matches("script, style");
  const textsNow = (): readonly string[] => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!isQuoted(node.parentElement)) texts.push(node.textContent ?? "");
    }
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]")) {
      if (isQuoted(element)) continue;
      for (const name of ["aria-label", "placeholder", "title"]) texts.push(element.getAttribute(name) ?? "");
    }
    return texts;
  };
  const left = (): readonly string[] => [
    ...new Set(
      textsNow()
        .map((text) => text.trim().replace(/^\d+\.? /u, ""))
        .filter((text) => danishOnes.has(text)),
    ),
  ];
  for (let frames = 0; frames < 300 && left().length > 0; frames += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return left();
}
