import { Button } from "@fluentui/react-components";
import { useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Me } from "#contract/me.ts";
import type { Language } from "#domain/shared/language.ts";
import { ProblemNote } from "../../components/problem-note.tsx";
import { useOnline } from "../../host/use-online.ts";
import { useLanguage } from "../../texts/texts-context.ts";
import { useSearchStyles } from "./search.styles.ts";
import { SearchField } from "./search-field.tsx";
import { SearchList } from "./search-list.tsx";
import { SearchNotes } from "./search-notes.tsx";
import { type SearchOption, searchOptions } from "./search-options.ts";
import { useAct } from "./use-act.ts";
import { useSearch } from "./use-search.ts";
import { useWords } from "./words.ts";

interface SearchDialogProps {
  readonly me: Me | undefined;
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
  readonly onLanguage: (language: Language) => void;
}

/**
 * Finds records, pages and what can be done, by the combobox pattern: the focus stays in the field, arrows move the
 * choice, Enter takes it; nothing is chosen before something is typed or an arrow pressed. Open as long as it is
 * rendered; the browser's own dialog gives the focus back.
 */
export function SearchDialog({ me, onClose, onShortcuts, onLanguage }: SearchDialogProps) {
  const styles = useSearchStyles();
  const words = useWords();
  const language = useLanguage();
  const online = useOnline();
  const ids = { list: useId(), title: useId() };
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string>();
  const { answer, waiting } = useSearch(typed);
  const options = useMemo(
    () => searchOptions({ typed, answer: answer.data, me, words, language }),
    [typed, answer.data, me, words, language],
  );
  const found = options.findIndex(({ id }) => id === chosen);
  // With something typed the best line is marked at once, and stays so by its id: what comes later shifts no choice.
  const active = found === -1 && typed.trim() !== "" && options.length > 0 ? 0 : found;
  const marked = options[active]?.id;
  if (marked !== chosen) setChosen(marked);
  const { act, busy, problem } = useAct({ onClose, onShortcuts, onLanguage });

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    field.current?.focus();
    return () => element?.close();
  }, []);

  const type = (text: string): void => {
    setTyped(text);
    setChosen(undefined);
  };
  const take = (option: SearchOption | undefined): void => {
    if (option) act(option.act);
  };

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={ids.title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={ids.title} className={styles.title}>
        {words.title}
      </h2>
      <div className={styles.head}>
        <SearchField
          field={field}
          listId={ids.list}
          typed={typed}
          count={options.length}
          active={active}
          onType={type}
          onMove={(to) => {
            setChosen(options[to]?.id);
          }}
          onTake={() => {
            take(options[active]);
          }}
        />
        <Button onClick={onClose}>{words.close}</Button>
      </div>
      <SearchList id={ids.list} options={options} active={active} typed={typed} onTake={take} />
      <SearchNotes
        answer={answer}
        busy={busy}
        waiting={waiting}
        online={online}
        typed={typed}
        count={options.length}
        onClear={() => {
          type("");
          field.current?.focus();
        }}
      />
      {problem ? <ProblemNote problem={problem} /> : null}
      <p className={styles.foot}>{words.keys}</p>
    </dialog>
  );
}
