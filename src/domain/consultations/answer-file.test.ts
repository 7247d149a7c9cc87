import { expect, it } from "vitest";
import { anAnswerFile } from "#test/builders/answer-files.ts";
import { answerFileEndings, largestAnswerFile, mediaTypeOf, readAnswerFile } from "./answer-file.ts";

const { pdf } = anAnswerFile;
const kind = (name: string, content: Uint8Array): string => {
  const read = readAnswerFile(name, content);
  return read.ok ? mediaTypeOf(read.value) : read.refusal.kind;
};

it("001-08 takes a document by its ending and its first bytes, and names it by its SHA-256", () => {
  const read = readAnswerFile("  Bemærkninger.PDF ", pdf);
  expect(read).toEqual({ ok: true, value: anAnswerFile.file });
  expect(kind("Bemærkninger.PDF", pdf)).toBe("application/pdf");
  expect(kind("a.docx", Uint8Array.of(0x50, 0x4b, 3, 4, 9))).toContain("wordprocessingml");
  expect(kind("a.jpeg", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe("image/jpeg");
  expect(answerFileEndings).toContain(".pdf");
});

it.each([
  ["virus.exe", pdf, "file-kind"],
  ["uden endelse", pdf, "file-kind"],
  ["program.pdf", Uint8Array.of(0x4d, 0x5a, 0, 0), "file-kind"],
  ["kort.pdf", Uint8Array.of(0x25), "file-kind"],
  ["side.html", new TextEncoder().encode("<script>"), "file-kind"],
  ["tom.pdf", new Uint8Array(), "file-empty"],
  ["  ", pdf, "file-name"],
  [`${"a".repeat(200)}.pdf`, pdf, "file-name"],
  ["Fru Berg 010245-1234.pdf", pdf, "file-name"],
])("refuses %s", (name, content, refusal) => {
  expect(kind(name, content)).toBe(refusal);
});

it("takes 4 MB and not a byte more", () => {
  const upTo = (length: number): Uint8Array => {
    const content = new Uint8Array(length);
    content.set(pdf);
    return content;
  };
  expect(kind("stor.pdf", upTo(largestAnswerFile))).toBe("application/pdf");
  expect(kind("stor.pdf", upTo(largestAnswerFile + 1))).toBe("file-too-large");
});
