import { Button, mergeClasses, Text } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { useTexts } from "./host-texts.ts";
import { usePaneStyles } from "./persona-pane.styles.ts";
import type { HostClient } from "./test-bench.ts";

/** The client around the rail and what is chosen on it: Teams on a computer, Outlook, or Teams on a phone. */
export function ClientFrame(props: {
  readonly client: HostClient;
  readonly narrow: boolean;
  /** What stands at the top of a phone. */
  readonly title: string;
  readonly onBack: () => void;
  readonly rail: React.ReactNode;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  const { client, narrow, title, onBack, rail, children } = props;
  const styles = usePaneStyles();
  const phone = client === "phone";
  const bottomBar = narrow || phone;
  return (
    <div className={mergeClasses(styles.stage, phone && styles.phoneStage)}>
      <div
        className={mergeClasses(
          styles.pane,
          client === "outlook" && styles.outlook,
          bottomBar && styles.narrow,
          client === "outlook" && narrow && styles.narrowOutlook,
          phone && styles.phone,
        )}
      >
        {client === "outlook" && (
          <div className={styles.outlookBar}>
            <Text weight="semibold">Outlook</Text>
          </div>
        )}
        {phone && <PhoneBar title={title} onBack={onBack} />}
        {rail}
        <div className={mergeClasses(styles.content, bottomBar && styles.flat)}>
          <div className={styles.view}>{children}</div>
        </div>
      </div>
    </div>
  );
}

function PhoneBar({ title, onBack }: { readonly title: string; readonly onBack: () => void }): React.JSX.Element {
  const styles = usePaneStyles();
  const texts = useTexts();
  return (
    <div className={styles.phoneBar}>
      <Button appearance="subtle" icon={<ArrowLeftRegular />} aria-label={texts.back} onClick={onBack} />
      <Text weight="semibold" className={styles.placeName}>
        {title}
      </Text>
    </div>
  );
}
