import type { WorkspacePerson } from "../../workspace-seed.ts";
import type { JsonDraft } from "../http/json.ts";

/** What `GET /me` and `/users` show without `$select`. */
export const defaultUserMembers: readonly string[] = [
  "businessPhones",
  "displayName",
  "givenName",
  "jobTitle",
  "mail",
  "mobilePhone",
  "officeLocation",
  "preferredLanguage",
  "surname",
  "userPrincipalName",
  "id",
];

const basicMembers = new Set(["displayName", "givenName", "mail", "surname", "userPrincipalName", "id"]);

/** A user; with `basicOnly` (User.ReadBasic.All) everything beyond name and mail is empty. */
export function userJson(person: WorkspacePerson, basicOnly: boolean): JsonDraft {
  const json: JsonDraft = {
    businessPhones: [],
    displayName: person.displayName,
    givenName: person.givenName,
    jobTitle: person.jobTitle,
    mail: person.userPrincipalName,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: person.preferredLanguage,
    surname: person.surname,
    userPrincipalName: person.userPrincipalName,
    id: person.id,
    department: person.department,
    accountEnabled: true,
    userType: "Member",
  };
  if (!basicOnly) return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, hidden(name, value)]));
}

function hidden(name: string, value: JsonDraft[string]): JsonDraft[string] {
  if (basicMembers.has(name)) return value;
  return name === "businessPhones" ? [] : null;
}
