import { demoCentres } from "#demo/centres.ts";
import { demoMunicipality as municipality, objectIdOf, userPrincipalNameOf } from "#demo/municipality.ts";
import { demoPeople } from "#demo/people.ts";
import type { WorkspacePerson, WorkspaceSeed } from "#workspace/workspace-seed.ts";

const permissions = {
  // The second one comes with the app in a tenant, by resource-specific consent (see the manifest).
  service: ["Sites.Selected", "TeamsActivity.Send"],
  delegated: ["openid", "profile", "offline_access", "email", "User.Read", "User.ReadBasic.All"],
  scripts: [
    "openid",
    "profile",
    "User.Read",
    "User.ReadBasic.All",
    "Sites.Read.All",
    "Sites.ReadWrite.All",
    "Sites.Manage.All",
    "Sites.FullControl.All",
  ],
};

/**
 * What the workspace is told of Fjordkøbing Kommune: people, the two sites with their members, and the two registered
 * applications. Everything Fremdrift needs to find in a tenant stands here and nowhere else.
 */
export function demoWorkspaceSeed(options: {
  readonly serviceKeys: readonly string[];
  readonly serviceOrigin: string;
}): WorkspaceSeed {
  const exposed = `api://${municipality.appId}/access_as_user`;
  return {
    tenant: {
      id: municipality.tenantId,
      aliases: municipality.tenantAliases,
      domain: municipality.domain,
      displayName: municipality.name,
      timeZone: municipality.timeZone,
    },
    people: [...demoPeople.map(workspacePerson), provisioningAccount()],
    sites: [
      {
        path: municipality.openSitePath,
        displayName: "Fremdrift",
        members: openSiteMembers(),
        applicationGrants: { [municipality.appId]: "write" },
      },
      {
        path: municipality.recordSitePath,
        displayName: "Sagsrum",
        members: { [userPrincipalNameOf(municipality.provisioningUser)]: "owner" },
        applicationGrants: { [municipality.appId]: "write" },
      },
    ],
    applications: [
      {
        id: municipality.appId,
        displayName: "Fremdrift",
        exposedScopes: [exposed],
        applicationPermissions: permissions.service,
        delegatedPermissions: [...permissions.delegated, exposed],
        redirectUris: [`${options.serviceOrigin}/tab/redirect.html`],
        publicClient: false,
        clientKeys: options.serviceKeys,
      },
      {
        id: municipality.scriptClientId,
        displayName: "Script",
        exposedScopes: [],
        applicationPermissions: [],
        delegatedPermissions: [...permissions.scripts, exposed],
        redirectUris: [],
        publicClient: true,
      },
    ],
  };
}

function workspacePerson(person: (typeof demoPeople)[number]): WorkspacePerson {
  const words = person.name.split(" ");
  return {
    id: objectIdOf(person.user),
    displayName: person.name,
    givenName: words[0] ?? person.name,
    surname: words.slice(1).join(" "),
    userPrincipalName: userPrincipalNameOf(person.user),
    jobTitle: person.title,
    department: demoCentres.find((centre) => centre.id === person.centre)?.name ?? "",
    preferredLanguage: "da-DK",
    featured: person.featured,
    ...(person.roles.includes("administrator")
      ? { appRoles: { [municipality.appId]: ["Fremdrift.Administrator"] } }
      : {}),
  };
}

function provisioningAccount(): WorkspacePerson {
  const user = municipality.provisioningUser;
  return {
    id: objectIdOf(user),
    displayName: "SharePoint-administrator",
    givenName: "SharePoint",
    surname: "Administrator",
    userPrincipalName: userPrincipalNameOf(user),
    jobTitle: "Driftskonto",
    department: "It-drift",
    preferredLanguage: "da-DK",
  };
}

/** Heads, secretariat and case officers are members, the directors visitors, administrators owners. */
function openSiteMembers(): Record<string, "owner" | "member" | "visitor"> {
  const members: Record<string, "owner" | "member" | "visitor"> = {
    [userPrincipalNameOf(municipality.provisioningUser)]: "owner",
  };
  for (const centre of demoCentres) if (centre.head) members[userPrincipalNameOf(centre.head)] = "member";
  for (const person of demoPeople) {
    const name = userPrincipalNameOf(person.user);
    if (person.roles.includes("secretariat") || person.roles.includes("case-officer")) members[name] = "member";
    if (person.roles.includes("directors")) members[name] = "visitor";
    if (person.roles.includes("administrator")) members[name] = "owner";
  }
  return members;
}
