import * as z from "zod/mini";

/** GET /api/consultations/{key}/note-preview: the consultation report as it would be fetched, in Danish. */
export const consultationNoteSchema = z.object({
  isDraft: z.boolean(),
  municipality: z.string(),
  title: z.string(),
  subject: z.string(),
  facts: z.array(z.tuple([z.string(), z.string()])),
  paragraphs: z.array(z.string()),
  head: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});
export type ConsultationNoteView = z.infer<typeof consultationNoteSchema>;
