import { makeStyles, tokens } from "@fluentui/react-components";
import type { ConsultationSummary } from "#contract/consultations.ts";
import { formatDistance } from "#domain/shared/format-countdown.ts";
import { useServiceNow } from "../../components/use-countdown.ts";
import { instantOf } from "../../components/use-format.ts";
import { WholeTime } from "../../components/whole-time.tsx";
import { useLanguage } from "../../texts/texts-context.ts";
import { useConsultationTexts } from "./consultation-texts.ts";

const useStyles = makeStyles({
  line: { display: "inline-flex", flexDirection: "column", minWidth: 0 },
  far: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface DeadlineLineProps {
  readonly consultation: ConsultationSummary;
  readonly now: string;
}

/** The deadline as the service words it everywhere, and how far away it is while answers may come. */
export function DeadlineLine({ consultation, now }: DeadlineLineProps) {
  const styles = useStyles();
  const { list } = useConsultationTexts();
  const { deadlineText, closesAt, status } = consultation;
  if (deadlineText === "" || closesAt === undefined) return <>{list.noDeadline}</>;
  return (
    <span className={styles.line}>
      <span>
        <WholeTime text={deadlineText} />
      </span>
      {status === "open" ? <Distance closesAt={closesAt} now={now} /> : null}
    </span>
  );
}

function Distance({ closesAt, now }: { readonly closesAt: string; readonly now: string }) {
  const styles = useStyles();
  const language = useLanguage();
  const at = useServiceNow(now);
  return <span className={styles.far}>{formatDistance(instantOf(closesAt), at, language)}</span>;
}
