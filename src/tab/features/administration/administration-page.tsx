import { Button } from "@fluentui/react-components";
import { type AdminHealth, adminHealthSchema } from "#contract/health.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { useCommand } from "../../components/command.ts";
import { Page } from "../../components/page.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { Section } from "../../components/section.tsx";
import { useToast } from "../../components/toasts.ts";
import { useAnswer } from "../../components/use-answer.ts";
import { CheckTable } from "./check-table.tsx";
import { EditTable } from "./edit-table.tsx";
import { ListTable } from "./list-table.tsx";
import { MalformedTable } from "./malformed-table.tsx";
import { StateBadge } from "./state-badge.tsx";
import { UncertainTable } from "./uncertain-table.tsx";
import { useWords } from "./words.ts";

const KEY = ["admin-health"];

/** For administrators: how the service and its lists fare, and what can be done. */
export function AdministrationPage() {
  const answer = useAnswer(KEY, "/admin/health", adminHealthSchema);
  return <AnswerView answer={answer}>{(health) => <AdministrationContent health={health} />}</AnswerView>;
}

function AdministrationContent({ health }: { readonly health: AdminHealth }) {
  const words = useWords();
  const toast = useToast();
  const command = useCommand<AdminHealth>();
  const send = (path: string, body: Readonly<Record<string, string>>): void => {
    const done = { onSuccess: () => toast({ text: words.acted, intent: "success" }) } as const;
    command.mutate({ method: "POST", path, body, schema: adminHealthSchema, answers: KEY }, done);
  };
  const act = (name: keyof typeof words.acts): void => send("/admin/health/acts", { act: name });
  const { isPending } = command;
  return (
    <Page
      back
      title={words.title}
      mark={<StateBadge state={health.state} />}
      lead={words.summary[health.state]}
      actions={
        <Button onClick={() => act("read-anew")} disabledFocusable={isPending}>
          {words.acts["read-anew"]}
        </Button>
      }
    >
      {command.error ? <ProblemNote problem={command.error} /> : null}
      <Section title={words.checks} flush>
        <CheckTable lines={health.lines} act={act} busy={isPending} />
      </Section>
      {health.uncertain.length === 0 ? null : (
        <Section title={words.uncertain} flush>
          <UncertainTable
            notices={health.uncertain}
            busy={isPending}
            settle={({ senderKey, noticeKey }, fate) => send(`/admin/notices/${senderKey}`, { noticeKey, fate })}
          />
        </Section>
      )}
      <Section
        title={words.lists}
        aside={
          health.secondsSinceLook === undefined ? words.notLooked : words.looked(words.seconds(health.secondsSinceLook))
        }
        flush
      >
        <ListTable lists={health.lists} />
      </Section>
      {health.malformed.length === 0 ? null : (
        <Section title={words.malformed} flush>
          <MalformedTable rows={health.malformed} />
        </Section>
      )}
      {health.edits.length === 0 ? null : (
        <Section title={words.edits} aside={words.editsAside} flush>
          <EditTable edits={health.edits} />
        </Section>
      )}
    </Page>
  );
}
