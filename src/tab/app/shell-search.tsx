import { Button } from "@fluentui/react-components";
import { lazy, Suspense, useCallback, useState } from "react";
import type { Me } from "#contract/me.ts";
import type { Language } from "#domain/shared/language.ts";
import { searchKeys, searchKeysShown } from "../components/shortcut-keys.ts";
import { useTexts } from "../texts/texts-context.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { useShellStyles } from "./shell.styles.ts";
import { useShellKeys } from "./use-shell-keys.ts";

const SearchDialog = lazy(async () => ({
  default: (await import("../features/search/search-dialog.tsx")).SearchDialog,
}));
const ShortcutsDialog = lazy(async () => ({
  default: (await import("../features/help/shortcuts-dialog.tsx")).ShortcutsDialog,
}));

type Opened = "search" | "shortcuts" | undefined;

interface ShellSearchProps {
  readonly me: Me | undefined;
  readonly onLanguage: (language: Language) => void;
}

/** The button of the search, and what opens by keys from anywhere. Both dialogs come when they are asked for. */
export function ShellSearch({ me, onLanguage }: ShellSearchProps) {
  const styles = useShellStyles();
  const { shell } = useTexts();
  const [opened, setOpened] = useState<Opened>();
  useShellKeys(setOpened);
  const close = useCallback(() => {
    setOpened(undefined);
  }, []);
  const openShortcuts = useCallback(() => {
    setOpened("shortcuts");
  }, []);
  return (
    <>
      <Button
        appearance="subtle"
        aria-keyshortcuts={searchKeys}
        onClick={() => {
          setOpened("search");
        }}
      >
        {shell.search}&nbsp;<span className={styles.keys}>{searchKeysShown()}</span>
      </Button>
      {opened === undefined ? null : (
        // A script that does not come leaves the page as it is.
        <ErrorBoundary resetKey={opened} fallback={null}>
          <Suspense fallback={null}>
            {opened === "search" ? (
              <SearchDialog me={me} onClose={close} onShortcuts={openShortcuts} onLanguage={onLanguage} />
            ) : (
              <ShortcutsDialog onClose={close} />
            )}
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}
