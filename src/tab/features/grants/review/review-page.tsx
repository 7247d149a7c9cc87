import { Button, MessageBar, MessageBarBody, mergeClasses } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
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
import { comparable } from "./comparable.ts";
import { Compare } from "./compare.tsx";
import { RecuseDialog } from "./recuse-dialog.tsx";
import { useReviewStyles } from "./review.styles.ts";
import { ReviewForm } from "./review-form.tsx";
import type { ReviewSaver } from "./review-saver.ts";
import { useWalkKeys } from "./use-review-keys.ts";
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
  const styles = useReviewStyles();
  const { review } = useTexts();
  const format = useFormat();
  const toast = useToast();
  const { item, index, saver, go, byKeys } = useWalk(walk, applicationKey);
  const [comparing, setComparing] = useState(false);
  useWalkKeys(
    () => {
      go(index + 1, true);
    },
    () => {
      go(index - 1, true);
    },
  );
  const readable = comparable(walk.items);
  const compared = readable.find((each) => each === item);
  const onGiven = (): void => {
    if (item?.state === "given") {
      toast({ text: review.changed });
      return;
    }
    const left = walk.items.findIndex(
      (other, position) => position !== index && other.state !== "given" && other.state !== "recused",
    );
    toast({ text: left < 0 ? review.allGiven : review.given });
    if (left >= 0) go(left, true);
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
          <WalkBar
            walk={walk}
            index={index}
            onGo={go}
            comparing={comparing}
            onCompare={compared && readable.length > 1 ? setComparing : undefined}
          />
          {comparing && compared ? (
            <Compare
              walk={walk}
              item={compared}
              saver={saver}
              onOpen={(key) => {
                setComparing(false);
                go(
                  walk.items.findIndex(({ application }) => application.key === key),
                  true,
                );
              }}
            />
          ) : null}
          <div className={mergeClasses(styles.item, comparing && compared && styles.underCompare)}>
            <ReviewItemView
              key={item.application.key}
              walk={walk}
              item={item}
              saver={saver}
              onGiven={onGiven}
              takesFocus={byKeys}
            />
          </div>
        </>
      ) : (
        <EmptyState text={review.empty} next={review.emptyNext} />
      )}
    </Page>
  );
}

/** Where the reviewer is in the walk, and the way to every other place of it. */
function useWalk(walk: ReviewWalk, applicationKey: string | undefined) {
  // Without one in the address, the first that waits when the page opens; it stays when it is given.
  const [opened] = useState(() => walk.items[indexOf(walk, undefined)]?.application.key);
  const index = indexOf(walk, applicationKey ?? opened);
  const item = walk.items[index];
  const saver = useReviewSaver(walk.round.key, item?.application.key);
  // Keys leave no button to stay on: the focus goes to the title of where one has come.
  const [byKeys, setByKeys] = useState(false);
  const go = (next: number, keyed = false): void => {
    const target = walk.items[next];
    if (!target) return;
    setByKeys(keyed);
    navigate(routes.reviews(walk.round.key, target.application.key));
  };
  return { item, index, saver, go, byKeys };
}

interface ReviewItemViewProps {
  readonly walk: ReviewWalk;
  readonly item: ReviewItem;
  readonly saver: ReviewSaver;
  readonly onGiven: () => void;
  /** Came by keys: the title takes the focus. */
  readonly takesFocus: boolean;
}

function ReviewItemView({ walk, item, saver, onGiven, takesFocus }: ReviewItemViewProps) {
  const styles = useReviewStyles();
  const { review } = useTexts();
  const [recusing, setRecusing] = useState(false);
  const { application } = item;
  const waiting = walk.items.filter((other) => other.state !== "given" && other.state !== "recused");
  return (
    <>
      <div className={styles.head}>
        <Subject item={item} takesFocus={takesFocus} />
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
function Subject({ item: { application }, takesFocus }: { readonly item: ReviewItem; readonly takesFocus: boolean }) {
  const styles = useReviewStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) title.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const format = useFormat();
  const isRead = "title" in application;
  return (
    <div className={styles.subject}>
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        {isRead ? application.title : application.number}
      </h2>
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
