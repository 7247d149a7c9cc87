import { describe, expect, expectTypeOf, test } from "vitest";
import { keyOf } from "#domain/shared/keys.ts";
import { ok } from "#domain/shared/result.ts";
import {
  booleanColumn,
  choiceColumn,
  dateOnlyColumn,
  dateTimeColumn,
  NOTE_LIMIT,
  noteColumn,
  numberColumn,
  textColumn,
  titleColumn,
} from "./column.ts";
import { defineList, type FieldsOf, KEY_COLUMN, STAMP_COLUMN } from "./define-list.ts";
import type { ListView } from "./list-view.ts";

const columns = {
  Title: titleColumn({ title: "Navn", description: "Hvad det hedder" }),
  Sagsnr: textColumn({ title: "Sagsnr.", description: "Sagens nummer", indexed: true }),
  Tekst: noteColumn({ title: "Tekst", description: "Hele teksten" }),
  Status: choiceColumn({ title: "Status", description: "Hvor langt", choices: ["Ny", "Lukket"] }),
  BeloebKr: numberColumn({ title: "Beløb", description: "Kroner", decimals: 2 }),
  Aktiv: booleanColumn({ title: "Aktiv", description: "Bruges" }),
  Frist: dateTimeColumn({ title: "Frist", description: "Senest" }),
  Dato: dateOnlyColumn({ title: "Dato", description: "Dagen" }),
};
type Fields = FieldsOf<typeof columns>;
const spec = {
  name: "Proever",
  title: "Prøver",
  description: "En liste til prøver",
  schemaVersion: 1,
  columns,
  codec: { toFields: (value: Fields) => value, fromFields: (fields: Fields) => ok(fields) },
  views: [],
} as const;
const list = defineList({ ...spec, site: "records" });
const key = keyOf("row");
const texts = { title: "T", description: "D" };

function lookingFor(column: string, how: string): ListView {
  const at = { name: "Alle", columns: [column] };
  if (how === "where") return { ...at, where: [{ column, is: "filled" }] };
  if (how === "orderBy") return { ...at, orderBy: [{ column }] };
  if (how === "groupBy") return { ...at, groupBy: [column] };
  if (how === "board") return { ...at, layout: { kind: "board", column } };
  return { ...at, layout: { kind: "calendar", start: column, end: column, title: column, subtitle: column } };
}

describe("defineList", () => {
  test("fields are typed by their columns", () => {
    expectTypeOf<Fields["Status"]>().toEqualTypeOf<"Ny" | "Lukket" | undefined>();
    expectTypeOf<Fields["BeloebKr"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<Fields["Aktiv"]>().toEqualTypeOf<boolean | undefined>();
  });

  test("a value comes back as it was written, across SharePoint's own ways", () => {
    const encoded = list.encode({
      Title: "Børn & Unge",
      Sagsnr: "27.00.00-A00-1-22",
      Tekst: "a\nb",
      Status: "Ny",
      BeloebKr: 0.1 + 0.2,
      Aktiv: false,
      Frist: "2026-07-01T21:59:00.000Z" as Fields["Frist"],
      Dato: "2026-07-01" as Fields["Dato"],
    });
    expect(encoded.ok && encoded.value).toMatchObject({ Frist: "2026-07-01T21:59:00Z", Dato: "2026-07-01T12:00:00Z" });
    // SharePoint stores a day as local midnight and lines as CRLF.
    const stored = {
      ...(encoded.ok && encoded.value),
      [KEY_COLUMN]: key,
      Dato: "2026-06-30T22:00:00Z",
      Tekst: "a\r\nb",
    };
    const decoded = list.decode(stored);
    expect(decoded.ok && decoded.value).toEqual({
      key,
      value: {
        Title: "Børn & Unge",
        Sagsnr: "27.00.00-A00-1-22",
        Tekst: "a\nb",
        Status: "Ny",
        BeloebKr: 0.3,
        Aktiv: false,
        Frist: "2026-07-01T21:59:00.000Z",
        Dato: "2026-07-01",
      },
    });
    expect(list.canonical(stored)).toBe(list.canonical(encoded.ok ? encoded.value : {}));
  });

  test("an empty value clears the column and reads as nothing", () => {
    const empty = {
      Title: "",
      Sagsnr: undefined,
      Tekst: "",
      Status: undefined,
      BeloebKr: undefined,
      Aktiv: undefined,
      Frist: undefined,
      Dato: undefined,
    };
    const encoded = list.encode(empty);
    expect(encoded.ok && new Set(Object.values(encoded.value))).toEqual(new Set([null]));
    const decoded = list.decode({ [KEY_COLUMN]: key });
    expect(decoded.ok && Object.values(decoded.value.value).every((value) => value === undefined)).toBe(true);
  });

  test("what a manager typed wrongly is told with its column", () => {
    const decoded = list.decode({ [KEY_COLUMN]: key, Status: "Måske" });
    expect(!decoded.ok && decoded.refusal).toEqual({ column: "Status", reason: "is not one of the choices" });
    expect(list.decode({ Title: "uden nøgle" })).toMatchObject({ ok: false, refusal: { column: KEY_COLUMN } });
  });

  test("an open list carries a stamp, a record list none", () => {
    expect(Object.keys(defineList({ ...spec, site: "open" }).columns)).toContain(STAMP_COLUMN);
    expect(Object.keys(list.columns)).not.toContain(STAMP_COLUMN);
  });

  test.each([
    ["a name with Danish letters", { name: "Prøver" }],
    ["a view of a column that is not there", { views: [{ name: "Alle", columns: ["Ukendt"] }] }],
  ])("%s is refused when the module is loaded", (_, change) => {
    expect(() => defineList({ ...spec, ...change, site: "open" })).toThrow();
  });

  test.each(["where", "orderBy", "groupBy", "calendar", "board"])(
    "a view that looks for an unindexed column by %s is refused when the module is loaded",
    (how) => {
      const views = [lookingFor("Title", how)];
      expect(() => defineList({ ...spec, views, site: "open" })).toThrow(/Title, not indexed/u);
    },
  );
});

describe("limits", () => {
  test.each([
    [NOTE_LIMIT, true],
    [NOTE_LIMIT + 1, false],
  ])("a note of %i characters is accepted: %s", (length, accepted) => {
    expect(noteColumn(texts).write("æ".repeat(length)).ok).toBe(accepted);
  });

  test("a line of 256 characters is too large, or clipped where that is allowed", () => {
    expect(textColumn(texts).write("x".repeat(256))).toMatchObject({ ok: false, refusal: { kind: "too-large" } });
    const clipped = textColumn({ ...texts, clip: true }).write("x".repeat(256));
    expect(clipped.ok && String(clipped.value)).toHaveLength(255);
  });

  test("a choice outside the choices is refused before it is sent", () => {
    const column: { write: (value: never) => { ok: boolean } } = choiceColumn({ ...texts, choices: ["Ny"] });
    expect(column.write("Gammel" as never).ok).toBe(false);
  });
});
