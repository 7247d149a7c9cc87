import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { fieldProblemCodes } from "#domain/shared/field-problem.ts";
import { problemTexts } from "#service/http/problem-texts.ts";
import { ProblemNote } from "../components/problem-note.tsx";
import { ProblemView } from "../components/problem-view.tsx";
import { ApiProblem } from "../host/api-problem.ts";
import { da } from "../texts/da.ts";
import { en } from "../texts/en.ts";
import { TextsContext } from "../texts/texts-context.ts";

const kinds = Object.entries(problemTexts);
/** Every code a screen may meet: the service's, those of fields, and the tab's own. */
const local = ["offline", "no-answer", "sign-in-needed", "unexpected-answer"];
/** Codes that are no words of either language. */
const raw = [...kinds.map(([kind]) => kind), ...fieldProblemCodes, ...local].filter((code) => code.includes("-"));
/** What a refusal may carry beside its kind. */
const figures = {
  at: "2026-11-23T09:00:00.000Z",
  closedAt: "2026-11-23T09:00:00.000Z",
  opensAt: "2026-11-23T09:00:00.000Z",
  deadline: "2026-11-23T09:00:00.000Z",
  closesAt: "2026-11-23T09:00:00.000Z",
  byName: "Mette Holm",
  name: "Bilag 1.pdf",
  eligibility: "Kommunens egne afdelinger",
  number: "EF26-01",
  numbers: "EF26-01, EF26-02",
  minimum: 3,
  missing: 2,
  overOere: 100_000,
  totalOere: 200_000,
  retryAfterS: 7,
  party: "Ældrerådet",
  parties: "Ældrerådet",
  body: "Økonomiudvalget",
  startsAt: "2026-11-23T09:00:00.000Z",
  meetingOn: "2026-12-15",
  sendOn: "2026-11-24",
  agendaOn: "2026-12-09",
  most: 60_000,
};

/** How a sentence says what is not lost, and what can be done. */
const kept = {
  da: /ikke tabt|(?:er|står) her stadig|er der stadig|er gemt|ikke ændret noget|går i gang af sig selv|ikke oprettet|organisation/iu,
  en: /not lost|still here|still there|kept|saved|changed nothing|by itself|organisation/iu,
};
const toDo = {
  da: /prøv igen|logg?e? ind|vent \d|kontakt|skriv til|bed den|se det|se den|se de |siden viser|gå til|genindlæs|forkort|sæt |skal stå/iu,
  en: /try again|sign in|wait \d|contact|write to|ask |look at|see the|the page shows|go to|reload|shorten|paste|must stand/iu,
};

afterEach(cleanup);

/** What both places for problems show of one. */
function shown(problem: ApiProblem, language: "da" | "en"): string {
  const { container } = render(
    <TextsContext value={{ language, texts: language === "da" ? da : en }}>
      <ProblemNote problem={problem} />
      <ProblemView problem={problem} retry={() => undefined} />
    </TextsContext>,
  );
  return container.textContent;
}

describe.each(["da", "en"] as const)("a refusal in %s", (language) => {
  test.each(kinds)("%s is told in a sentence, and never by its code", (kind, text) => {
    const [title, detail] = text[language](figures);
    for (const sentence of [title, detail]) expect(sentence).not.toMatch(/undefined|NaN|\[object|\s{2}|\s[.,:]|\?\?/u);
    expect(detail).toMatch(/^[\p{Lu}\d].*[.?]$/su);
    const screen = shown(new ApiProblem({ status: text.status, code: kind, detail, requestId: "4711" }), language);
    expect(screen).toContain(detail);
    expect(raw.filter((code) => screen.includes(code))).toEqual([]);
  });

  test.each([...kinds.map(([kind]) => kind), ...local])(
    "U12 %s tells where it was pressed what is kept and what to do",
    (kind) => {
      const text = kinds.find(([each]) => each === kind)?.[1];
      const told = { status: text?.status ?? 0, detail: text?.[language](figures)[1] ?? "" };
      const { container } = render(
        <TextsContext value={{ language, texts: language === "da" ? da : en }}>
          <ProblemNote problem={new ApiProblem({ ...told, code: kind, requestId: "4711" })} />
        </TextsContext>,
      );
      expect(container.textContent).toMatch(kept[language]);
      expect(container.textContent).toMatch(toDo[language]);
      expect(container.textContent).not.toMatch(/\.\.|\s\./u);
      expect(container.textContent).toContain("4711");
    },
  );

  test.each([...local, "a-code-of-tomorrow"])("%s without the service's words is told in ours", (code) => {
    const screen = shown(new ApiProblem({ status: 0, code }), language);
    expect(screen).toMatch(/[.?]/u);
    expect([...raw, "a-code-of-tomorrow"].filter((word) => screen.includes(word))).toEqual([]);
  });
});

test("the two languages are two", () => {
  for (const [kind, text] of kinds) expect([kind, text.en(figures)]).not.toEqual([kind, text.da(figures)]);
});
