import { Button, Link, Radio, RadioGroup } from "@fluentui/react-components";
import { useId } from "react";
import { meSchema } from "#contract/me.ts";
import { type NoticeChoicesAnswer, noticeChoicesSchema } from "#contract/notice-choices.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { Page } from "../../components/page.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { hrefOf, routes } from "../../components/routes.ts";
import { Section } from "../../components/section.tsx";
import { useAnswer } from "../../components/use-answer.ts";
import { useDeliveryTexts } from "./delivery-texts.ts";
import { HoursChoice } from "./hours-choice.tsx";
import { useNoticeTexts } from "./notice-texts.ts";
import { useNoticesStyles } from "./notices.styles.ts";
import { useWantedChoices } from "./use-wanted-choices.ts";

type GroupChoice = NoticeChoicesAnswer["groups"][number];

/** How one wants to be told, saved as it is chosen. */
export function ChoicesPage() {
  const answer = useAnswer(["my-notices"], "/me/notices", noticeChoicesSchema);
  return <AnswerView answer={answer}>{(choices) => <ChoicesContent choices={choices} />}</AnswerView>;
}

function ChoicesContent({ choices }: { readonly choices: NoticeChoicesAnswer }) {
  const texts = useNoticeTexts();
  const styles = useNoticesStyles();
  const { wanted, problem, isSaving, choose, retry } = useWantedChoices(choices);
  return (
    <Page back narrow title={texts.title} lead={texts.lead}>
      {problem ? (
        <div>
          <ProblemNote problem={problem} />
          <Button onClick={retry} disabledFocusable={isSaving}>
            {texts.retry}
          </Button>
        </div>
      ) : null}
      <Section
        title={texts.what}
        aside={<output className={styles.state}>{isSaving ? texts.saving : ""}</output>}
        flush
      >
        {choices.groups.map((choice) => (
          <GroupRow
            key={choice.group}
            choice={choice}
            mode={wanted.modes[choice.group] ?? choice.mode}
            onChoose={(mode) => choose((now) => ({ ...now, modes: { ...now.modes, [choice.group]: mode } }))}
          />
        ))}
      </Section>
      <p className={styles.text}>{texts.always}</p>
      <Section title={texts.hours}>
        <HoursChoice
          house={choices.houseHours}
          hours={wanted.hours}
          onChoose={(hours) => choose(({ modes }) => ({ modes, ...(hours === undefined ? {} : { hours }) }))}
        />
      </Section>
      <DeliveriesLink />
    </Page>
  );
}

/** The way to what was sent to everybody, for those who handle it. */
function DeliveriesLink() {
  const texts = useDeliveryTexts();
  const me = useAnswer(["me"], "/me", meSchema);
  const roles = me.data?.roles ?? [];
  if (!roles.includes("secretariat") && !roles.includes("administrator")) return null;
  return (
    <p>
      <Link href={hrefOf(routes.deliveries)}>{texts.open}</Link>
    </p>
  );
}

interface GroupRowProps {
  readonly choice: GroupChoice;
  readonly mode: GroupChoice["mode"];
  readonly onChoose: (mode: GroupChoice["mode"]) => void;
}

function GroupRow({ choice, mode, onChoose }: GroupRowProps) {
  const texts = useNoticeTexts();
  const styles = useNoticesStyles();
  const id = useId();
  const { title, hint } = texts.group[choice.group];
  return (
    <div className={styles.group}>
      <div className={styles.name}>
        <span id={id} className={styles.title}>
          {title}
        </span>
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      </div>
      <RadioGroup
        className={styles.modes}
        aria-labelledby={id}
        aria-describedby={`${id}-hint`}
        value={mode}
        onChange={(_, { value }) => {
          const chosen = choice.modes.find((each) => each === value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {choice.modes.map((each) => (
          <Radio key={each} value={each} label={texts.mode[each]} />
        ))}
      </RadioGroup>
    </div>
  );
}
