import { useSyncExternalStore } from "react";
import { saverKeeper } from "./kept-savers.ts";
import { useSession } from "./session.ts";

/** What somebody has typed and not sent, kept by name for the life of the tab; closing the window asks while there is any. */
class TypedForm {
  readonly #listeners = new Set<() => void>();
  #version = 0;
  #values: object | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly version = (): number => this.#version;
  readonly isWaiting = (): boolean => this.#values !== undefined;
  readonly forgetSaved = (): void => undefined;

  values(): object | undefined {
    return this.#values;
  }

  put(values: object | undefined): void {
    this.#values = values;
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

const keep = saverKeeper<TypedForm>();

interface KeptForm<V> {
  readonly values: V;
  /** Whether anything has been typed that is not sent. */
  readonly isTouched: boolean;
  readonly set: (change: Partial<V>) => void;
  /** Sent, or thrown away. */
  readonly forget: () => void;
}

/**
 * A form whose words outlive its dialog and its page: what was typed is there again when it is opened anew.
 *
 * @param name one per form and record
 * @param fresh what it begins with
 */
export function useTypedForm<V extends object>(name: string, fresh: V): KeptForm<V> {
  const { api } = useSession();
  const form = keep(api, name, () => new TypedForm());
  useSyncExternalStore(form.subscribe, form.version);
  const typed = form.values() as Partial<V> | undefined;
  return {
    values: { ...fresh, ...typed },
    isTouched: typed !== undefined,
    set: (change) => {
      form.put({ ...typed, ...change });
    },
    forget: () => {
      form.put(undefined);
    },
  };
}
