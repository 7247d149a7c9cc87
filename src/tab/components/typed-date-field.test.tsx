import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { da } from "../texts/da.ts";
import { TextsContext } from "../texts/texts-context.ts";
import { TypedDateField } from "./typed-date-field.tsx";

function show(value: string, checked: boolean): string {
  const { container } = render(
    <TextsContext value={{ language: "da", texts: da }}>
      <TypedDateField
        label="Frist"
        example="Fx 30-07-2027"
        value={value}
        onChange={() => undefined}
        checked={checked}
        missing="Skriv en dato, fx 30-07-2027."
        understood={(day) => day}
      />
    </TextsContext>,
  );
  return container.textContent ?? "";
}

describe("a field for a day", () => {
  it("gives an example before anything is wrong", () => {
    expect(show("i næste uge", false)).toContain("Fx 30-07-2027");
    expect(screen.getByLabelText("Frist")).toBeTruthy();
  });

  it.each(["i næste uge", "", "31-02-2027"])("says what is wrong with ”%s” without a second example", (value) => {
    const text = show(value, true);
    expect(text).not.toContain("Fx 30-07-2027");
    expect(text).toMatch(/Skriv en dato, fx 30-07-2027\.|Den dag findes ikke/u);
  });
});
