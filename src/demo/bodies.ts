import type { BodyKind } from "#domain/organisation/body.ts";

/** A body of the fictional municipality. */
export interface DemoBody {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: BodyKind;
}

/** Those its cases pass. */
export const demoBodies: readonly DemoBody[] = [
  { id: "direktionen", code: "DIR", name: "Direktionen", kind: "executive-board" },
  { id: "oekonomiudvalget", code: "ØK", name: "Økonomiudvalget", kind: "finance-committee" },
  { id: "kommunalbestyrelsen", code: "KB", name: "Kommunalbestyrelsen", kind: "council" },
  { id: "digitaliseringsstyregruppen", code: "DSG", name: "Digitaliseringsstyregruppen", kind: "steering-group" },
];
