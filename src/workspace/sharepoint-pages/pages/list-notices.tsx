import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { usePage } from "./page-context.ts";

/** Something the reader must know of, until she puts it away. */
export interface Notice {
  readonly key: string;
  readonly title: string;
  readonly text: string;
}

export interface ListNoticesProps {
  readonly notices: readonly Notice[];
  readonly reachable: boolean;
  readonly onDismiss: (key: string) => void;
}

/** What happened meanwhile, above the rows. */
export function ListNotices({ notices, reachable, onDismiss }: ListNoticesProps): React.JSX.Element | undefined {
  const styles = useStyles();
  const { texts } = usePage();
  if (reachable && notices.length === 0) return undefined;
  return (
    <div className={styles.notices}>
      {!reachable && (
        <MessageBar intent="warning">
          <MessageBarBody>
            <MessageBarTitle>{texts.offlineTitle}</MessageBarTitle> {texts.offline}
          </MessageBarBody>
        </MessageBar>
      )}
      {notices.map(({ key, title, text }) => (
        <MessageBar key={key} intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{title}</MessageBarTitle> {text}
          </MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={texts.close}
                onClick={() => onDismiss(key)}
              />
            }
          />
        </MessageBar>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  notices: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `0px ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
});
