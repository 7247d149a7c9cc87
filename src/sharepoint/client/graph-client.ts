import { type ActivityOperations, activityOperations } from "./activity.ts";
import { type BatchOperation, batchOperation } from "./batch.ts";
import { type DeltaOperations, deltaOperations } from "./delta.ts";
import { type FileOperations, fileOperations } from "./files.ts";
import { type ItemOperations, itemOperations } from "./items.ts";
import { type ListOperations, listOperations } from "./lists.ts";
import { type PeopleOperations, peopleOperations } from "./people.ts";
import { createSender, type GraphClientOptions } from "./send.ts";
import type { UnitScheduler } from "./unit-scheduler.ts";

/** Everything the product asks of Graph. Each answer is a value; only broken invariants and aborted calls throw. */
export interface GraphClient
  extends ItemOperations,
    ListOperations,
    DeltaOperations,
    FileOperations,
    PeopleOperations,
    ActivityOperations {
  readonly batch: BatchOperation;
  /** Units spent in the last minute, per lane. */
  readonly spent: UnitScheduler["spent"];
}

/** A client on the unmodified Graph SDK, over http or https, with our own retry, budget and token rules. */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const sender = createSender(options);
  return {
    ...itemOperations(sender),
    ...listOperations(sender),
    ...deltaOperations(sender),
    ...fileOperations(sender),
    ...peopleOperations(sender),
    ...activityOperations(sender),
    batch: batchOperation(sender),
    spent: sender.scheduler.spent,
  };
}
