/** A Teams app of the tenant's catalogue, as far as the activity feed needs to know it. */
export interface TeamsApp {
  /** `id` of the manifest. */
  readonly id: string;
  /** `name.short` of the manifest; shown where an activity has no person as its actor. */
  readonly name: string;
  /** `webApplicationInfo.id`: the Entra application that may send on the app's behalf. */
  readonly clientId: string;
  /** `activities.activityTypes` of the manifest. */
  readonly activityTypes: readonly ActivityType[];
  readonly isInstalledFor: (userId: string) => boolean;
}

export interface ActivityType {
  readonly type: string;
  /** With `{placeholders}`; `{actor}` is the sender. */
  readonly templateText: string;
}

/** Sent under this type without being declared; its text is the parameter `systemDefaultText`. */
export const systemDefault: ActivityType = { type: "systemDefault", templateText: "{systemDefaultText}" };
