import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { DocumentErrorRegular, LockClosedRegular, PlugDisconnectedRegular } from "@fluentui/react-icons";
import type { ReadRefusal } from "./graph-reader.ts";
import { usePage } from "./page-context.ts";

export function Loading(): React.JSX.Element {
  const styles = useStyles();
  return <Spinner className={styles.waiting} label={usePage().texts.loading} />;
}

/** What stands instead of a page that could not be read. */
export function Refused({ refusal, retry }: { refusal: ReadRefusal; retry: () => void }): React.JSX.Element {
  const { texts } = usePage();
  if (refusal === "no-access") return <NoAccess />;
  if (refusal === "not-found") return <NotFound />;
  return (
    <Message icon={<PlugDisconnectedRegular />} title={texts.errorTitle}>
      <Text>{{ unreachable: texts.unreachable, throttled: texts.throttled, failed: texts.failed }[refusal]}</Text>
      <Button appearance="primary" onClick={retry}>
        {texts.retry}
      </Button>
    </Message>
  );
}

/** A list too large for what the view looks for: SharePoint shows nothing rather than a part. */
export function BeyondThreshold({ column, onBack }: { column: string; onBack: () => void }): React.JSX.Element {
  const { texts } = usePage();
  return (
    <Message icon={<DocumentErrorRegular />} title={texts.thresholdTitle}>
      <Text>{texts.threshold(column)}</Text>
      <Button onClick={onBack}>{texts.thresholdBack}</Button>
    </Message>
  );
}

export function NotFound(): React.JSX.Element {
  const { texts } = usePage();
  return (
    <Message icon={<DocumentErrorRegular />} title={texts.notFoundTitle}>
      <Text>{texts.notFound}</Text>
    </Message>
  );
}

/** Says whom to ask. */
function NoAccess(): React.JSX.Element {
  const styles = useStyles();
  const { config, texts } = usePage();
  const { name = "", owners = [], applications = [] } = config.site ?? {};
  return (
    <Message icon={<LockClosedRegular />} title={texts.noAccessTitle}>
      <Text>{texts.noAccess(config.persona.displayName, name)}</Text>
      {owners.length > 0 && (
        <div>
          <Text>{texts.askOne}</Text>
          <ul className={styles.list}>
            {owners.map((owner) => (
              <li key={owner}>{owner}</li>
            ))}
          </ul>
        </div>
      )}
      {owners.length === 0 && (
        <Text>{applications.length > 0 ? texts.onlyApp(applications.join(", ")) : texts.nobody}</Text>
      )}
    </Message>
  );
}

function Message({
  icon,
  title,
  children,
}: {
  icon: React.JSX.Element;
  title: string;
  children: React.ReactNode;
}): React.JSX.Element {
  const styles = useStyles();
  return (
    <div role="alert" className={styles.message}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <Text as="h1" size={600} weight="semibold" className={styles.title}>
        {title}
      </Text>
      {children}
    </div>
  );
}

const useStyles = makeStyles({
  waiting: { margin: "auto", padding: tokens.spacingVerticalXXXL },
  message: {
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalM,
    maxWidth: "560px",
    margin: "auto",
    padding: tokens.spacingHorizontalXXL,
  },
  icon: { fontSize: "40px", lineHeight: "40px", color: tokens.colorNeutralForeground3 },
  title: { margin: "0px" },
  list: { margin: `${tokens.spacingVerticalS} 0px`, paddingLeft: tokens.spacingHorizontalXXL },
});
