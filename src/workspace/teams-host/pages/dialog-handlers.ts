import * as z from "zod/mini";
import type { TabHandler } from "./tab-connection.ts";

const lengthSchema = z.union([z.number(), z.enum(["small", "medium", "large"])]);
const sizeSchema = z.object({ width: z.optional(lengthSchema), height: z.optional(lengthSchema) });
export type DialogSize = z.infer<typeof sizeSchema>;

const requestSchema = z.extend(sizeSchema, {
  title: z.optional(z.string()),
  url: z.optional(z.nullable(z.string())),
  /** An adaptive card as JSON text. */
  card: z.optional(z.nullable(z.string())),
});

/** A dialog a tab wants: a page of its own, or an adaptive card. */
export interface DialogRequest {
  readonly title: string | undefined;
  readonly size: DialogSize;
  readonly content: { readonly kind: "page"; readonly url: string } | { readonly kind: "card"; readonly card: string };
}

/** How a dialog ended: an error text when the person closed it or it could not be opened, else what was submitted. */
export type DialogEnd = readonly [error: string] | readonly [error: null, result: unknown];

/** What the tab that opens dialogs can ask. */
export interface OpenerSide {
  open(request: DialogRequest): Promise<DialogEnd>;
  tellDialog(message: unknown): void;
}

/** What the page inside a dialog can ask. */
export interface DialogSide {
  submit(result: unknown): void;
  resize(size: DialogSize): void;
  tellOpener(message: unknown): void;
}

/** Opens dialogs; the answer comes when the dialog is closed. */
export function openerHandlers(side: OpenerSide): Readonly<Record<string, TabHandler>> {
  return {
    "tasks.startTask": ([request]) => {
      const parsed = parseRequest(request);
      return parsed === undefined ? ["The dialog has neither a url nor a card that can be read"] : side.open(parsed);
    },
    messageForChild: ([message]) => nothing(side.tellDialog(message)),
  };
}

/** Submits, resizes and speaks from inside a dialog. */
export function dialogHandlers(side: DialogSide): Readonly<Record<string, TabHandler>> {
  return {
    "tasks.completeTask": ([result]) => nothing(side.submit(result)),
    "tasks.updateTask": ([size]) => {
      const parsed = sizeSchema.safeParse(size);
      if (parsed.success) side.resize(parsed.data);
      return undefined;
    },
    messageForParent: ([message]) => nothing(side.tellOpener(message)),
  };
}

function parseRequest(value: unknown): DialogRequest | undefined {
  const parsed = requestSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { title, url, card, width, height } = parsed.data;
  const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
  if (typeof card === "string") return isJson(card) ? { title, size, content: { kind: "card", card } } : undefined;
  return typeof url === "string" ? { title, size, content: { kind: "page", url } } : undefined;
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

const lengths = { small: [400, 300], medium: [600, 450], large: [900, 640] } as const;

/** Pixels of a dialog; the window may have less room. */
export function dialogPixels({ width, height }: DialogSize): { readonly width: number; readonly height: number } {
  const pixels = (length: DialogSize["width"], side: 0 | 1): number =>
    typeof length === "number" ? length : lengths[length ?? "small"][side];
  return { width: pixels(width, 0), height: pixels(height, 1) };
}

function nothing(_effect: void): undefined {
  return undefined;
}
