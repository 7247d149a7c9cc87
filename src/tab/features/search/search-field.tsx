import { Input } from "@fluentui/react-components";
import type { KeyboardEvent, RefObject } from "react";
import { longestSearch } from "#contract/search.ts";
import { useSearchStyles } from "./search.styles.ts";
import { optionId } from "./search-options.ts";
import { useWords } from "./words.ts";

interface SearchFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly listId: string;
  readonly typed: string;
  readonly count: number;
  /** The line Enter takes; -1 while none is chosen. */
  readonly active: number;
  readonly onType: (text: string) => void;
  readonly onMove: (to: number) => void;
  readonly onTake: () => void;
}

/** The field of the search: arrows move the choice in the list below, Enter takes it, the focus stays. */
export function SearchField({ field, listId, typed, count, active, onType, onMove, onTake }: SearchFieldProps) {
  const styles = useSearchStyles();
  const words = useWords();
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.nativeEvent.isComposing || (step === undefined && event.key !== "Enter")) return;
    event.preventDefault();
    if (step === undefined) onTake();
    else if (count > 0) onMove(active === -1 && step === -1 ? count - 1 : (active + step + count) % count);
  };
  return (
    <Input
      className={styles.input}
      size="large"
      value={typed}
      placeholder={words.placeholder}
      onChange={(_, data) => {
        onType(data.value);
      }}
      onKeyDown={onKeyDown}
      input={{
        ref: field,
        role: "combobox",
        "aria-label": words.title,
        "aria-expanded": count > 0,
        "aria-controls": listId,
        "aria-autocomplete": "list",
        "aria-activedescendant": active >= 0 ? optionId(listId, active) : undefined,
        autoComplete: "off",
        spellCheck: false,
        maxLength: longestSearch,
      }}
    />
  );
}
