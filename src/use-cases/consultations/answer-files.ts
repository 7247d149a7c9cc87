import { attachRefusal } from "#domain/consultations/answer-consultation.ts";
import {
  type AnswerFile,
  type AnswerFileRefusal,
  mediaTypeOf,
  readAnswerFile,
} from "#domain/consultations/answer-file.ts";
import { answersFor } from "#domain/consultations/consultation-access.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import type { PartyCommand } from "./commit-consultation.ts";
import { visibleParty } from "./consultation-now.ts";

type AttachRefusal = AnswerFileRefusal | NonNullable<ReturnType<typeof attachRefusal>>;

/**
 * Keeps a document for an answer that is being written (001-08). It is inert until the answer names it; the same one again is
 * the same file.
 */
export async function attachFile(
  deps: Deps,
  actor: Actor,
  { partyKey, name, content }: { readonly partyKey: Key; readonly name: string; readonly content: Uint8Array },
): Promise<Result<AnswerFile, AttachRefusal | StoreFailure>> {
  const seen = visibleParty(deps, actor, partyKey);
  if (!seen.ok) return seen;
  const refusal = attachRefusal(seen.value, actor, deps.clock.now());
  if (refusal) return refuse(refusal);
  const file = readAnswerFile(name, content);
  if (!file.ok) return file;
  const put = await deps.answerFiles.put(partyKey, file.value, content);
  return put.ok ? file : put;
}

/** A document the answer names is not there: it was never stored, or is deleted. */
export interface MissingFile {
  readonly kind: "file-gone";
  readonly name: string;
}

/** Refuses an answer that names a document which is not there; one unit for each. */
export async function missingFile(
  deps: Deps,
  actor: Actor,
  { partyKey, files = [] }: Pick<PartyCommand, "partyKey"> & { readonly files?: readonly AnswerFile[] | undefined },
): Promise<Result<void, MissingFile | StoreFailure>> {
  if (files.length === 0) return ok(undefined);
  const seen = visibleParty(deps, actor, partyKey);
  if (!seen.ok) return seen;
  for (const file of files) {
    const there = await deps.answerFiles.has(partyKey, file);
    if (!there.ok) return there;
    if (!there.value) return refuse({ kind: "file-gone", name: file.name });
  }
  return ok(undefined);
}

/** A document of an answer, for those who may read the answer (B10); everybody else is told that there is none. */
export async function fetchAnswerFile(
  deps: Deps,
  actor: Actor,
  partyKey: Key,
  sha256: string,
): Promise<Result<{ readonly name: string; readonly type: string; readonly content: Uint8Array }, StoreFailure>> {
  const seen = visibleParty(deps, actor, partyKey);
  if (!seen.ok) return seen;
  const { party, consultation, sees } = seen.value;
  const reads = consultation.answersDeleted === undefined && (answersFor(actor, party) || sees.has("answers"));
  const answers = reads ? [...(party.answer ? [party.answer] : []), ...party.earlierAnswers] : [];
  const file = answers.flatMap(({ files }) => files ?? []).find((each) => each.sha256 === sha256);
  if (!file) return refuse(notFound);
  const content = await deps.answerFiles.get(partyKey, file);
  return content.ok ? ok({ name: file.name, type: mediaTypeOf(file), content: content.value }) : content;
}
