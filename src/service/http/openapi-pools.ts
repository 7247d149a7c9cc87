import { newPoolRequestSchema, newPoolSchema, openRoundRequestSchema, poolSchema } from "#contract/pools.ts";
import type { Endpoint } from "./openapi.ts";

/** Endpoints of pools; a pool's own case is among the cases. */
export const poolEndpoints: readonly Endpoint[] = [
  { method: "get", path: "/api/pools/new", summary: "What a new pool begins with", answer: newPoolSchema },
  {
    method: "post",
    path: "/api/pools",
    summary: "Make a pool with its allocation and criteria",
    body: newPoolRequestSchema,
    answer: poolSchema,
    status: 201,
  },
  { method: "get", path: "/api/pools/{key}", summary: "A pool: what it waits for, money, rounds", answer: poolSchema },
  {
    method: "post",
    path: "/api/pools/{key}/rounds",
    summary: "Open a round in a released pool, with the people of an earlier round",
    body: openRoundRequestSchema,
    answer: poolSchema,
    status: 201,
  },
];
