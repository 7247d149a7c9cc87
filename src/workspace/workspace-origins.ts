/** Where each of the Microsoft hosts the workspace plays is reached. */
export interface WorkspaceOrigins {
  /** The Teams host page, the bot channel and the workspace's own API. */
  readonly host: string;
  readonly graph: string;
  readonly identity: string;
  readonly sharePoint: string;
}
