import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { type CheckDeadline, checkDeadlineSchema } from "#contract/consultations.ts";
import { readTypedDate } from "#domain/shared/typed-date.ts";
import { useSession } from "../../components/session.ts";
import { useFormat } from "../../components/use-format.ts";
import { useFormTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { DeadlineWarnings } from "./deadline-warnings.tsx";
import type { FormValues } from "./form-values.ts";
import { readClock } from "./typed-clock.ts";

/** What the service says of the deadline while it is chosen: the same sentences as in the cockpit. */
export function DeadlineAdvice({ values }: { readonly values: FormValues }) {
  const styles = useConsultationStyles();
  const words = useFormTexts();
  const format = useFormat();
  const { api } = useSession();
  const request = requestOf(values);
  const answer = useQuery({
    queryKey: ["check-deadline", request],
    queryFn: () => api.send("POST", "/consultations/check-deadline", request, checkDeadlineSchema),
    enabled: request !== undefined,
    // Nothing but the dates changes it.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const said: CheckDeadline | undefined = request === undefined ? undefined : answer.data;
  return (
    <div aria-live="polite" className={styles.stack}>
      {request !== undefined && answer.isError ? <p className={styles.plain}>{words.notChecked}</p> : null}
      {said === undefined ? null : (
        <>
          {said.refusal === undefined ? null : (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>{said.refusal}</MessageBarBody>
            </MessageBar>
          )}
          {said.refusal === undefined ? <DeadlineWarnings warnings={said.warnings} /> : null}
          {said.refusal === undefined ? (
            <p className={styles.plain}>{`${said.deadlineText}. ${words.usable(said.usableDays)}.`}</p>
          ) : null}
          {said.remindOn.length === 0 || said.refusal !== undefined ? null : (
            <p className={styles.meta}>{`${words.remindOn(said.remindOn.map(format.date).join(", "))}.`}</p>
          )}
        </>
      )}
    </div>
  );
}

function requestOf(values: FormValues) {
  const day = (text: string): string | undefined => {
    const read = readTypedDate(text);
    return read.ok ? read.value : undefined;
  };
  const [deadlineOn, deadlineTime] = [day(values.deadlineOn), readClock(values.deadlineTime)];
  if (deadlineOn === undefined || deadlineTime === undefined) return undefined;
  const [sendOn, meetingOn, agendaOn] = [day(values.sendOn), day(values.nextOn), day(values.nextAgendaOn)];
  const body = values.nextBody.trim();
  return {
    deadlineOn,
    deadlineTime,
    ...(sendOn === undefined ? {} : { sendOn }),
    ...(meetingOn === undefined || body === ""
      ? {}
      : { nextStep: { body, meetingOn, ...(agendaOn === undefined ? {} : { agendaOn }) } }),
  };
}
