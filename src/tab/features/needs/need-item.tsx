import { Badge, Button, Link, mergeClasses } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { type NeedsView, type NeedView, needsSchema } from "#contract/needs.ts";
import { useCommand } from "../../components/command.ts";
import { MetaLine } from "../../components/meta-line.tsx";
import { PersonName } from "../../components/person-avatar.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { hrefOf } from "../../components/routes.ts";
import { useFormat } from "../../components/use-format.ts";
import { CloseNeedDialog, EditNeedDialog } from "./answer-dialogs.tsx";
import { useNeedTexts } from "./need-texts.ts";
import { useNeedStyles } from "./needs.styles.ts";
import { ToApplicationDialog, ToItemDialog } from "./promote-dialogs.tsx";

const colors = { open: "warning", application: "informative", "action-item": "success", closed: "subtle" } as const;

const dialogs = {
  edit: EditNeedDialog,
  close: CloseNeedDialog,
  application: ToApplicationDialog,
  item: ToItemDialog,
} as const;

/** One need: the finder's words, who else has it, what became of it, and what the reader may do. */
export function NeedItem({ need, isMarked }: { readonly need: NeedView; readonly isMarked: boolean }) {
  const styles = useNeedStyles();
  const words = useNeedTexts();
  const format = useFormat();
  const [opened, setOpened] = useState<keyof typeof dialogs>();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isMarked) item.current?.scrollIntoView({ block: "center" });
  }, [isMarked]);
  const Dialog = opened && dialogs[opened];
  const opener = (name: keyof typeof dialogs, text: string) => (
    <Button
      className={styles.touch}
      onClick={() => {
        setOpened(name);
      }}
    >
      {text}
    </Button>
  );
  return (
    <li className={mergeClasses(styles.item, isMarked && styles.marked)} ref={item}>
      <div className={styles.head}>
        <p className={styles.problem}>{need.problem}</p>
        <Badge appearance="tint" color={colors[need.status]}>
          {words.status[need.status]}
        </Badge>
      </div>
      <MetaLine
        className={styles.quiet}
        parts={[
          words.meta(need.affected, words.frequencies[need.frequency]),
          need.mine ? "" : need.centreName,
          words.registeredOn(format.instant(need.registeredAt)),
          need.supporters === 0 ? "" : words.supporters(need.supporters, need.otherCentres),
        ]}
      />
      {need.finder === undefined || need.mine ? null : (
        <span className={styles.quiet}>
          <PersonName name={need.finder.name} more={need.finder.title} />
        </span>
      )}
      <Outcome outcome={need.outcome} />
      <div className={styles.buttons}>
        {need.may.support ? <Support need={need} /> : null}
        {need.may.edit ? opener("edit", words.edit) : null}
        {need.may.handle ? opener("application", words.toApplication) : null}
        {need.may.handle ? opener("item", words.toItem) : null}
        {need.may.handle ? opener("close", words.close) : null}
      </div>
      {Dialog === undefined ? null : (
        <Dialog
          need={need}
          onClose={() => {
            setOpened(undefined);
          }}
        />
      )}
    </li>
  );
}

function Outcome({ outcome }: Pick<NeedView, "outcome">) {
  const styles = useNeedStyles();
  const words = useNeedTexts();
  const format = useFormat();
  if (outcome === undefined) return null;
  const { kind, byName, number = "", reply, state, writerName, title, link } = outcome;
  const at = format.instant(outcome.at);
  const what = kind === "application" ? words.outcome.application(number, byName, at) : words.outcome[kind](byName, at);
  const isWritten = state === "draft" && writerName !== undefined;
  return (
    <div className={styles.outcome}>
      <span className={styles.quiet}>{what}</span>
      <p className={styles.problem}>
        {[reply, title, state === undefined ? undefined : words.state[state], isWritten ? words.writes(writerName) : ""]
          .filter((part) => part !== undefined && part !== "")
          .join(" ")}
      </p>
      {link === undefined ? null : (
        <Link href={hrefOf(link)} className={styles.touch}>
          {`${words.open} ${number === "" ? (title ?? "") : number}`}
        </Link>
      )}
    </div>
  );
}

/** "Det rammer også os", and back. */
function Support({ need }: { readonly need: NeedView }) {
  const styles = useNeedStyles();
  const words = useNeedTexts();
  const command = useCommand<NeedsView>();
  return (
    <>
      {need.supported ? <span className={styles.quiet}>{words.supported}</span> : null}
      <Button
        className={styles.touch}
        appearance={need.supported ? "subtle" : "secondary"}
        disabledFocusable={command.isPending}
        onClick={() => {
          command.mutate({
            method: "POST",
            path: `/needs/${need.key}/support`,
            body: { supports: !need.supported },
            schema: needsSchema,
            answers: ["needs"],
          });
        }}
      >
        {need.supported ? words.unsupport : words.support}
      </Button>
      {command.error ? <ProblemNote problem={command.error} /> : null}
    </>
  );
}
