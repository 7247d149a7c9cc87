import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useEffect, useRef } from "react";
import { BenchPanel } from "./bench-panel.tsx";
import type { HostState } from "./host-state.ts";
import { useTexts } from "./host-texts.ts";
import type { HostActions } from "./use-host-state.ts";

/** The test bench beside the panes, so that what a switch does can be seen at once. Escape closes it. */
export function BenchAside(props: {
  readonly state: HostState;
  readonly actions: HostActions;
  readonly faults: boolean;
  readonly onClose: () => void;
}): React.JSX.Element {
  const { state, actions, faults, onClose } = props;
  const styles = useStyles();
  const { bench: texts, close } = useTexts();
  const aside = useRef<HTMLElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    aside.current?.focus();
    // Whoever opened it by keyboard goes on from there.
    return () => (from instanceof HTMLElement ? from.focus() : undefined);
  }, []);
  return (
    // Escape is the keyboard's way to the button that closes it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={aside}
      tabIndex={-1}
      className={styles.aside}
      aria-label={texts.title}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
    >
      <div className={styles.head}>
        <Text as="h2" weight="semibold" className={styles.title}>
          {texts.title}
        </Text>
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={`${close}: ${texts.title}`}
          onClick={onClose}
        />
      </div>
      <BenchPanel state={state} actions={actions} faults={faults} />
    </aside>
  );
}

const useStyles = makeStyles({
  aside: {
    width: "336px",
    flexShrink: 0,
    overflowY: "auto",
    boxSizing: "border-box",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { display: "flex", alignItems: "center", justifyContent: "space-between" },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
});
