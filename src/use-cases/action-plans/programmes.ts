import {
  editProgramme as decideEdit,
  type EditProgrammeCommand,
  type EditProgrammeRefusal,
} from "#domain/action-plans/edit-programme.ts";
import { type AreaMatch, matchFocusArea } from "#domain/action-plans/match-focus-area.ts";
import type { Programme } from "#domain/action-plans/programme.ts";
import {
  type ConfirmAreaNamesCommand,
  type CreateProgrammeCommand,
  confirmAreaNames as decideNames,
  createProgramme as decideProgramme,
  type ProgrammeRefusal,
  programmeKeyOf,
} from "#domain/action-plans/programme-commands.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { commit, commitOrCreate } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { isRepeatedPress } from "../repeated-press.ts";

type ProgrammeResult = Promise<Result<Programme, ProgrammeRefusal | StoreFailure>>;

/** Makes a programme, once however often the press arrives; another of the same title and first year is left alone. */
export async function createProgramme(deps: Deps, actor: Actor, command: CreateProgrammeCommand): ProgrammeResult {
  const saved = await commitOrCreate<Programme, ProgrammeRefusal>(
    deps.records.programmes,
    programmeKeyOf(command),
    (current) => {
      if (current === undefined) return decideProgramme(command, actor, deps.clock.now());
      return isRepeatedPress(current.log, command, actor) ? ok(current) : refuse({ kind: "programme-exists" });
    },
  );
  return saved.ok ? ok(saved.value.value) : saved;
}

/** Changes a programme's text, merged field by field with what others have changed meanwhile. One write. */
export async function editProgramme(
  deps: Deps,
  actor: Actor,
  command: EditProgrammeCommand & { readonly programmeKey: Key },
): Promise<Result<Programme, EditProgrammeRefusal | StoreFailure>> {
  return commitProgramme<EditProgrammeRefusal>(deps, actor, command, (programme) =>
    decideEdit(programme, command, actor, deps.clock.now()),
  );
}

/** Remembers the names somebody has confirmed (001-19). */
export function confirmAreaNames(
  deps: Deps,
  actor: Actor,
  command: ConfirmAreaNamesCommand & { readonly programmeKey: Key },
): ProgrammeResult {
  return commitProgramme(deps, actor, command, (programme) => decideNames(programme, command, actor, deps.clock.now()));
}

export interface NameMatch extends AreaMatch {
  readonly name: string;
}

/** Which area each imported name means; nothing is stored until somebody confirms. 0 Graph requests. */
export function matchAreas(
  { records }: Pick<Deps, "records">,
  programmeKey: Key,
  names: readonly string[],
): Result<readonly NameMatch[], StoreFailure> {
  const programme = records.programmes.byKey(programmeKey)?.value;
  if (programme === undefined) return refuse(notFound);
  return ok(names.map((name) => ({ name, ...matchFocusArea(name, programme.focusAreas) })));
}

async function commitProgramme<R>(
  { records }: Deps,
  actor: Actor,
  command: { readonly commandKey: Key; readonly programmeKey: Key },
  decide: (programme: Programme) => Result<Programme, R>,
): Promise<Result<Programme, R | StoreFailure>> {
  const saved = await commit<Programme, R>(records.programmes, command.programmeKey, (programme) =>
    isRepeatedPress(programme.log, command, actor) ? ok(programme) : decide(programme),
  );
  return saved.ok ? ok(saved.value.value) : saved;
}
