import type { Guide, GuideSpot } from "./guide.ts";

const words = (text: string) => ({ "da-DK": text, "en-GB": `${text} (en)` });
const open = { column: "Title", is: ["Åben"] };

/** A walk of two steps about a list "Sager" in a site: Anna sends and Bo approves, then Bo reads the list. */
export function aGuide(site: string): Guide {
  const rows = (...where: Guide["deadline"]["rows"]["where"]) => ({ site, list: "Sager", where: [open, ...where] });
  const part = (
    id: string,
    persona: string,
    app: GuideSpot["app"],
    done: Guide["steps"][number]["parts"][number]["done"],
  ) => ({
    id,
    text: words(`Gør ${id}`),
    button: words(`Til ${id}`),
    go: { persona, app },
    done,
  });
  return {
    steps: [
      {
        title: words("Søg"),
        parts: [
          part("send", "anna", "tab", { rows: rows({ column: "Nummer", startsWith: "N26-" }) }),
          part("approve", "bo", "chat", { rows: rows({ column: "Nummer", startsWith: "OK" }) }),
        ],
      },
      { title: words("Se"), parts: [part("list", "bo", "sharepoint", { read: { site, list: "Sager" } })] },
    ],
    deadline: { rows: rows(), column: "Frist", time: "23:50", hint: words("Lige før.") },
    pair: {
      left: { persona: "anna", app: "tab" },
      right: { persona: "bo", app: "chat" },
      hint: words("Begge to."),
    },
  };
}
