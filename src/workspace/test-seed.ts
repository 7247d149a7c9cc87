import type { WorkspaceApplication, WorkspacePerson, WorkspaceSeed } from "./workspace-seed.ts";

const tenantId = "11111111-1111-4111-8111-111111111111";

export const testAppId = "22222222-2222-4222-8222-222222222222";
export const testScriptId = "33333333-3333-4333-8333-333333333333";
export const foreignAppId = "44444444-4444-4444-8444-444444444444";

export const anna = aPerson("aaaaaaaa-0000-4000-8000-000000000001", "Anna Ager", "anna", {
  featured: true,
  appRoles: { [testAppId]: ["Administrator"] },
});
export const bo = aPerson("aaaaaaaa-0000-4000-8000-000000000002", "Bo Bæk", "bo", { featured: true });
export const carl = aPerson("aaaaaaaa-0000-4000-8000-000000000003", "Carl Åby", "carl", {});

/** A small neutral tenant for the workspace's own tests. */
export function testSeed(overrides: Partial<WorkspaceSeed> = {}): WorkspaceSeed {
  return {
    tenant: {
      id: tenantId,
      aliases: ["organizations"],
      domain: "proeve.example",
      displayName: "Prøvekommune",
      timeZone: "Europe/Copenhagen",
    },
    people: [carl, anna, bo],
    sites: [
      {
        path: "/sites/aaben",
        displayName: "Åben",
        members: { [anna.userPrincipalName]: "owner" },
        applicationGrants: { [testAppId]: "write" },
      },
    ],
    applications: [
      anApplication(testAppId, "Prøveapp"),
      anApplication(testScriptId, "Script", { publicClient: true }),
      anApplication(foreignAppId, "Fremmed"),
    ],
    ...overrides,
  };
}

/** An application with one own scope, one Graph permission of each kind and a local redirect address. */
export function anApplication(
  id: string,
  displayName: string,
  overrides: Partial<WorkspaceApplication> = {},
): WorkspaceApplication {
  return {
    id,
    displayName,
    exposedScopes: [`api://${id}/access_as_user`],
    applicationPermissions: ["Sites.Selected"],
    delegatedPermissions: ["User.Read"],
    redirectUris: ["http://localhost:4281/tab/signed-in.html", "http://localhost:4281/with?query=1"],
    publicClient: false,
    ...overrides,
  };
}

function aPerson(id: string, displayName: string, userName: string, extra: Partial<WorkspacePerson>): WorkspacePerson {
  const [givenName = "", surname = ""] = displayName.split(" ");
  return {
    id,
    displayName,
    givenName,
    surname,
    userPrincipalName: `${userName}@proeve.example`,
    jobTitle: "Konsulent",
    department: "Staben",
    preferredLanguage: "da-DK",
    ...extra,
  };
}
