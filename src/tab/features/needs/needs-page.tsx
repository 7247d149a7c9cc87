import { Link } from "@fluentui/react-components";
import { type NeedsView, type NeedView, needsSchema } from "#contract/needs.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Page } from "../../components/page.tsx";
import { Section } from "../../components/section.tsx";
import { useAnswer } from "../../components/use-answer.ts";
import { NeedForm } from "./need-form.tsx";
import { NeedItem } from "./need-item.tsx";
import { useNeedTexts } from "./need-texts.ts";
import { useNeedStyles } from "./needs.styles.ts";

/** Register a need, see what became of one's own, and carry others' on; a need's link marks it in the list. */
export function NeedsPage({ needKey }: { readonly needKey?: string | undefined }) {
  const answer = useAnswer(["needs"], "/needs", needsSchema);
  return <AnswerView answer={answer}>{(page) => <Needs page={page} needKey={needKey} />}</AnswerView>;
}

function Needs({ page, needKey }: { readonly page: NeedsView; readonly needKey: string | undefined }) {
  const words = useNeedTexts();
  const others = page.needs.filter(({ mine }) => !mine);
  const isEmployee = page.mayRegister;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      narrow
      {...(page.sharePointUrl === undefined
        ? {}
        : {
            actions: (
              <Link href={page.sharePointUrl} target="_blank">
                {words.list}
              </Link>
            ),
          })}
    >
      {isEmployee ? <NeedForm page={page} /> : null}
      {isEmployee ? (
        <NeedList
          title={words.mine}
          needs={page.needs.filter(({ mine }) => mine)}
          marked={needKey}
          empty={[words.mineEmpty, words.mineEmptyNext]}
        />
      ) : null}
      <NeedList
        title={page.all ? words.others.all : words.others.own(page.centreName)}
        needs={others}
        marked={needKey}
        empty={[words.othersEmpty, words.othersEmptyNext]}
      />
    </Page>
  );
}

interface NeedListProps {
  readonly title: string;
  readonly needs: readonly NeedView[];
  readonly marked: string | undefined;
  readonly empty: readonly [text: string, next: string];
}

function NeedList({ title, needs, marked, empty }: NeedListProps) {
  const styles = useNeedStyles();
  return (
    <Section title={title} aside={needs.length > 0 ? needs.length : undefined} flush>
      {needs.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState text={empty[0]} next={empty[1]} />
        </div>
      ) : (
        <ul className={styles.list}>
          {needs.map((need) => (
            <NeedItem key={need.key} need={need} isMarked={need.key === marked} />
          ))}
        </ul>
      )}
    </Section>
  );
}
