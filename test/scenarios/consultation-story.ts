import { demoConsultation, demoParties } from "#demo/consultation-story.ts";
import type { ConsultationFields } from "#domain/consultations/consultation.ts";
import type { PartyFields } from "#domain/consultations/consultation-party.ts";
import { partyKeyOf } from "#domain/consultations/set-parties.ts";
import type { Key } from "#domain/shared/keys.ts";
import { createConsultation } from "#use-cases/consultations/create-consultation.ts";
import { sendConsultation } from "#use-cases/consultations/send-consultation.ts";
import { setParties } from "#use-cases/consultations/set-parties.ts";
import { day, good, type World } from "./world.ts";

/** The consultation of the history as its case officer writes it, once the first reading is decided. */
export const storyFields: ConsultationFields = {
  subject: demoConsultation.subject,
  caseNumber: demoConsultation.caseNumber,
  caseKey: undefined,
  message: demoConsultation.message,
  material: demoConsultation.material,
  sendOn: undefined,
  deadlineOn: day(demoConsultation.deadlineOn),
  deadlineTime: "23:59",
  stepBefore: {
    ...demoConsultation.before,
    meetingOn: day(demoConsultation.before.meetingOn),
    decidedOn: day("2021-06-15"),
  },
  nextStep: { ...demoConsultation.next, meetingOn: day(demoConsultation.next.meetingOn), agendaOn: undefined },
  closed: false,
};

/** The three councils. */
export function storyParties(world: Pick<World, "personKey">): readonly PartyFields[] {
  return demoParties.map(({ user, code, name, duty, law }) => ({
    code,
    name,
    duty,
    law,
    channel: "teams",
    personKeys: [world.personKey(user)],
    email: "",
  }));
}

/** The story's consultation as a draft with its three councils. */
export async function draftConsultation(world: World, fields: Partial<ConsultationFields> = {}): Promise<Key> {
  const officer = world.as("sagsbehandler");
  const command = { commandKey: world.press(), fields: { ...storyFields, ...fields } };
  const consultationKey = good(await createConsultation(world.deps, officer, command));
  const parties = storyParties(world);
  good(await setParties(world.deps, officer, { commandKey: world.press(), consultationKey, parties }));
  return consultationKey;
}

/** The same, sent on 16-06-2021 at 09.30. */
export async function sentConsultation(world: World, fields: Partial<ConsultationFields> = {}): Promise<Key> {
  world.at("2021-06-16 09:30");
  const consultationKey = await draftConsultation(world, fields);
  const command = { commandKey: world.press(), consultationKey };
  good(await sendConsultation(world.deps, world.as("sagsbehandler"), command));
  return consultationKey;
}

/** The record key of a council by its code. */
export function councilKey(consultationKey: Key, code: string): Key {
  return partyKeyOf(consultationKey, code);
}
