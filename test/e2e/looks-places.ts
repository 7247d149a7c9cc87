import { randomBytes } from "node:crypto";
import * as z from "zod/mini";
import { caseSchema } from "#contract/cases.ts";
import { consultationListSchema, consultationPageSchema } from "#contract/consultations.ts";
import { type Overview, overviewSchema } from "#contract/overview.ts";
import { demoMunicipality, userPrincipalNameOf } from "#demo/municipality.ts";
import { clockTimeOf, parseInstant, plainDateOf } from "#domain/shared/dates.ts";
import type { Product } from "./product.ts";

const signIn = z.object({ access_token: z.string() });

/** What the service tells a person, as the tab itself asks for it. */
async function told(product: Product, user: string, path: string, init: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(`${product.identity}/${demoMunicipality.tenantId}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "password",
      client_id: demoMunicipality.scriptClientId,
      username: userPrincipalNameOf(user),
      password: "workspace",
      scope: `api://${demoMunicipality.appId}/access_as_user`,
    }),
  });
  const { access_token } = signIn.parse(await answer.json());
  const headers = { authorization: `Bearer ${access_token}`, "content-type": "application/json" };
  const found = await fetch(`${product.service}/api${path}`, { ...init, headers });
  if (!found.ok) throw new Error(`${path}: ${found.status} ${await found.text()}`);
  return found.json();
}

/** What a person does, as the tab would ask for it. */
function done(product: Product, user: string, path: string, body: object, method = "POST"): Promise<unknown> {
  const commandKey = randomBytes(16).toString("hex");
  return told(product, user, path, { method, body: JSON.stringify({ commandKey, ...body }) });
}

const officer = "sagsbehandler";

/** One consultation that is not sent yet, one that parties without Teams have answered, and a case before its first body. */
export async function tellAreas(product: Product): Promise<void> {
  const written = async (subject: string) =>
    consultationPageSchema.parse(
      await done(product, officer, "/consultations", { fields: fieldsOf(subject), parties }),
    );
  await written(draftSubject);
  const { consultation } = await written(sentSubject);
  const sent = await done(product, officer, `/consultations/${consultation.key}/send`, {});
  const page = consultationPageSchema.parse(sent);
  const now = parseInstant(page.now);
  if (!now.ok) throw new Error(`no instant: ${page.now}`);
  for (const party of page.parties) {
    await done(product, officer, `/parties/${party.key}/registered-answer`, {
      noComments: true,
      text: "",
      attachments: [],
      notCpr: false,
      road: "email",
      receivedOn: plainDateOf(now.value),
      receivedTime: clockTimeOf(now.value),
    });
  }
  await beginCase(product);
}

const draftSubject = "Ny busplan for skolebusser";
const sentSubject = "Ny plads ved havnen";
/** The title of the case that `tellAreas` begins. */
export const caseTitle = "Plads ved havnen";

const fieldsOf = (subject: string) => ({
  subject,
  caseNumber: "",
  message: "Er der noget, vi har overset?",
  material: [],
  deadlineOn: "2026-12-18",
  deadlineTime: "23:59",
  closed: false,
});
const party = { duty: "voluntary", law: "", personKeys: [] };
const parties = [
  { ...party, code: "GF", name: "Grundejerforeningen Havnen", channel: "email", email: "formand@havnen.example" },
  { ...party, code: "MR", name: "Menighedsrådet", channel: "registered", email: "" },
] as const;

/** A case on its way to a body that has not met yet. */
async function beginCase(product: Product): Promise<void> {
  const fields = {
    number: "",
    title: caseTitle,
    openness: "open",
    alternativeTitle: "",
    closedReason: "",
    statement: "",
    policyContext: "",
    financialConsequences: "",
    isFinancial: false,
    recommendedByRole: "",
    points: ["at pladsen indrettes", "at naboerne høres"],
    attachments: [],
  };
  const { key } = caseSchema.parse(await done(product, officer, "/cases", { fields }));
  await done(product, officer, `/cases/${key}/route`, { text: "ØK, KB", dates: [] }, "PUT");
}

/** What waits for a person and where it is. */
async function overviewOf(product: Product, user: string): Promise<Overview> {
  return overviewSchema.parse(await told(product, user, "/overview"));
}

/** The route of a page of the consultation the demo has sent. */
export function onConsultation(user: string, page = ""): (product: Product) => Promise<string> {
  return onConsultationAbout(user, /^Digitaliseringsprogram/u, page);
}

/** The routes of those that `tellAreas` writes. */
export const onDraft = onConsultationAbout(officer, new RegExp(`^${draftSubject}`, "u"));
export const onSent = onConsultationAbout(officer, new RegExp(`^${sentSubject}`, "u"));

function onConsultationAbout(user: string, subject: RegExp, page = ""): (product: Product) => Promise<string> {
  return async (product) => {
    const { items } = consultationListSchema.parse(await told(product, user, "/consultations"));
    const found = items.find((each) => subject.test(each.subject));
    if (found === undefined) throw new Error(`no consultation ${String(subject)} for ${user}`);
    return `${found.link}${page}`;
  };
}

/** The route of a page of a round, by the round's code. */
export function onRound(user: string, code: string, page = ""): (product: Product) => Promise<string> {
  return async (product) => {
    const round = (await overviewOf(product, user)).pools
      .flatMap(({ rounds }) => rounds)
      .find((each) => each.code === code);
    if (round === undefined) throw new Error(`there is no round ${code}`);
    return `/rounds/${round.key}${page}`;
  };
}

/** The route of a pool's page, by its number. */
export function onPool(user: string, number: RegExp): (product: Product) => Promise<string> {
  return async (product) => {
    const pool = (await overviewOf(product, user)).pools.find((each) => number.test(each.number));
    if (pool === undefined) throw new Error(`there is no pool ${String(number)}`);
    return `/pools/${pool.key}`;
  };
}

/** The route of an own draft or application, by its number. */
export function onOwn(user: string, number: RegExp): (product: Product) => Promise<string> {
  return async (product) => {
    const own = (await overviewOf(product, user)).mine.find((each) => number.test(each.number));
    if (own === undefined) throw new Error(`nothing of ${user}'s is ${String(number)}`);
    return own.link;
  };
}

/** The route of what waits for somebody first; items of the plan have screens of their own. */
export function onTask(user: string): (product: Product) => Promise<string> {
  return async (product) => {
    const task = (await overviewOf(product, user)).tasks.find(({ kind }) => kind !== "update-item");
    if (task === undefined) throw new Error(`nothing waits for ${user}`);
    return task.link;
  };
}
