import { Button, MessageBar, MessageBarBody, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import { navigate } from "wouter/use-hash-location";
import { type ReviewItem, type ReviewWalk, reviewWalkSchema } from "#contract/reviews.ts";
import { AnswerView } from "../../../components/answer-view.tsx";
import { ApplicationText } from "../../../components/application-text.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Page } from "../../../components/page.tsx";
import { routes } from "../../../components/routes.ts";
import { Section } from "../../../components/section.tsx";
import { useToast } from "../../../components/toasts.ts";
import { useAnswer } from "../../../components/use-answer.ts";
import { useFormat } from "../../../components/use-format.ts";
import { useTexts } from "../../../texts/texts-context.ts";
import { RecuseDialog } from "./recuse-dialog.tsx";
import { useReviewStyles } from "./review.styles.ts";
import { ReviewForm } from "./review-form.tsx";
import { useReviewSaver } from "./use-review-saver.ts";
import { WalkBar } from "./walk-bar.tsx";

interface ReviewPageProps {
  readonly roundKey: string;
  readonly applicationKey: string | undefined;
}

/** The reviewer's walk through the applications of a round. */
export function ReviewPage({ roundKey, applicationKey }: ReviewPageProps) {
  const answer = useAnswer(["reviews", roundKey], `/rounds/${roundKey}/reviews`, reviewWalkSchema);
  return (
    <AnswerView answer={answer}>{(walk) => <ReviewContent walk={walk} applicationKey={applicationKey} />}</AnswerView>
  );
}

function ReviewContent({
  walk,
  applicationKey,
}: {
  readonly walk: ReviewWalk;
  readonly applicationKey: string | undefined;
}) {
  const { review } = useTexts();
  const format = useFormat();
  const toast = useToast();
  // Without one in the address, the first that waits when the page opens; it stays when it is given.
  const [opened] = useState(() => walk.items[indexOf(walk, undefined)]?.application.key);
  const index = indexOf(walk, applicationKey ?? opened);
  const item = walk.items[index];
  const saver = useReviewSaver(walk.round.key, item?.application.key);
  const go = (next: number): void => {
    const target = walk.items[next];
    if (target) navigate(routes.reviews(walk.round.key, target.application.key));
  };
  const onGiven = (): void => {
    const left = walk.items.findIndex(
      (other, position) => position !== index && other.state !== "given" && other.state !== "recused",
    );
    toast({ text: left < 0 ? review.allGiven : review.given });
    if (left >= 0) go(left);
    window.scrollTo({ top: 0 });
  };
  return (
    <Page
      back={{ link: routes.round(walk.round.key), text: walk.round.name }}
      title={review.heading(walk.round.name)}
      lead={`${review.done(walk.given, walk.total)} · ${review.deadline(format.date(walk.round.reviewBy))}`}
    >
      {walk.open ? null : (
        <MessageBar intent="info">
          <MessageBarBody>{review.closed}</MessageBarBody>
        </MessageBar>
      )}
      {item ? (
        <>
          <WalkBar walk={walk} index={index} onGo={go} />
          <ReviewItemView key={item.application.key} walk={walk} item={item} saver={saver} onGiven={onGiven} />
        </>
      ) : (
        <EmptyState text={review.empty} next={review.emptyNext} />
      )}
    </Page>
  );
}

interface ReviewItemViewProps {
  readonly walk: ReviewWalk;
  readonly item: ReviewItem;
  readonly saver: ReturnType<typeof useReviewSaver>;
  readonly onGiven: () => void;
}

function ReviewItemView({ walk, item, saver, onGiven }: ReviewItemViewProps) {
  const styles = useReviewStyles();
  const { review } = useTexts();
  const [recusing, setRecusing] = useState(false);
  const { application } = item;
  const waiting = walk.items.filter((other) => other.state !== "given" && other.state !== "recused");
  return (
    <>
      <div className={styles.head}>
        <Subject item={item} />
        {item.recusal || !walk.open ? null : (
          <Button
            onClick={() => {
              setRecusing(true);
            }}
          >
            {review.recuse}
          </Button>
        )}
      </div>
      {item.recusal ? (
        <Section title={review.recused}>
          {[review.recusal[item.recusal.kind], item.recusal.reason].filter((text) => text !== "").join(" ")}
        </Section>
      ) : (
        <div className={styles.layout}>
          <section
            className={mergeClasses(styles.column, styles.reading)}
            aria-label={review.reading}
            // It scrolls, so the keyboard must reach it.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
          >
            {"title" in application ? <ApplicationText application={application} /> : null}
          </section>
          <div className={styles.column}>
            <ReviewForm
              item={item}
              criteria={walk.criteria}
              saver={saver}
              readOnly={!walk.open}
              last={waiting.length <= 1}
              onGiven={onGiven}
            />
          </div>
        </div>
      )}
      {recusing ? (
        <RecuseDialog
          applicationKey={application.key}
          onClose={() => {
            setRecusing(false);
          }}
        />
      ) : null}
    </>
  );
}

/** What the application is called; its number alone where the reviewer may not read it. */
function Subject({ item: { application } }: { readonly item: ReviewItem }) {
  const styles = useReviewStyles();
  const format = useFormat();
  const isRead = "title" in application;
  return (
    <div className={styles.subject}>
      <h2 className={styles.title}>{isRead ? application.title : application.number}</h2>
      {isRead ? (
        <p className={styles.meta}>
          {[application.number, application.centreName, format.kr(application.requestedOere)].join(" · ")}
        </p>
      ) : null}
    </div>
  );
}

/** The application asked for, else the first that waits, else the first. */
function indexOf(walk: ReviewWalk, applicationKey: string | undefined): number {
  const asked = walk.items.findIndex((item) => item.application.key === applicationKey);
  if (asked >= 0) return asked;
  const waiting = walk.items.findIndex((item) => item.state !== "given" && item.state !== "recused");
  return Math.max(0, waiting);
}
