import { openSharePoint, type SharePoint } from "#sharepoint/open-sharepoint.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { openTestWorkspace, type TestWorkspace, testSites } from "../contract/test-workspace.ts";
import { createWorld, good, type World } from "../scenarios/world.ts";

/** One running service: its own replica of the lists, its own connection to Graph. */
export interface Instance {
  readonly sharePoint: SharePoint;
  readonly deps: Deps;
}

/** A municipality with two services on the same lists, and a third that nobody disturbs, to prepare and to look. */
export interface Arena {
  readonly workspace: TestWorkspace;
  readonly world: World;
  readonly one: Instance;
  readonly two: Instance;
  readonly observer: Instance;
  /** What every request and every answer of the two passes, in whatever order it likes. */
  readonly setGate: (gate: () => Promise<void>) => void;
}

/** Opens one; about a second, most of it provisioning. */
export async function openArena(): Promise<Arena> {
  const workspace = openTestWorkspace();
  good(await workspace.provisioning().apply());
  let gate = (): Promise<void> => Promise.resolve();
  const open = async (change?: (send: typeof fetch) => typeof fetch): Promise<SharePoint> => {
    const client = workspace.serviceClient(change);
    const sharePoint = openSharePoint({ client, sites: testSites, reported: () => undefined });
    good(await sharePoint.refreshAll());
    return sharePoint;
  };
  const observer = await open();
  const world = await createWorld({ records: observer.records, basis: observer.basis });
  const instance = (sharePoint: SharePoint): Instance => ({
    sharePoint,
    deps: { ...world.deps, records: sharePoint.records, basis: sharePoint.basis },
  });
  const gated: (send: typeof fetch) => typeof fetch = (send) => async (input, init) => {
    await gate();
    const answer = await send(input, init);
    await gate();
    return answer;
  };
  return {
    workspace,
    world,
    one: instance(await open(gated)),
    two: instance(await open(gated)),
    observer: instance(observer),
    setGate: (next) => {
      gate = next;
    },
  };
}
