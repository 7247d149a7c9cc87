import type { AnswerFile } from "#domain/consultations/answer-file.ts";
import { sha256HexOfBytes } from "#domain/shared/keys.ts";

const pdf = new TextEncoder().encode("%PDF-1.7 Vi savner personlig hjælp.");
const file: AnswerFile = { name: "Bemærkninger.PDF", sha256: sha256HexOfBytes(pdf), bytes: pdf.length };

/** A small document as a council attaches it, and what the service says of it. */
export const anAnswerFile = { pdf, file, base64: Buffer.from(pdf).toString("base64") } as const;
