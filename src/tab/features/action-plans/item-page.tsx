import { Button, Link } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { useState } from "react";
import { type ActionItemView, actionItemSchema } from "#contract/action-plans.ts";
import { AnswerView } from "../../components/answer-view.tsx";
import { useColumnStyles } from "../../components/columns.styles.ts";
import { Facts } from "../../components/facts.tsx";
import { LongText } from "../../components/long-text.tsx";
import { Page } from "../../components/page.tsx";
import { PrintButton } from "../../components/print-page.tsx";
import { hrefOf, routes } from "../../components/routes.ts";
import { SdgChips } from "../../components/sdg-chips.tsx";
import { Section } from "../../components/section.tsx";
import { ShareButton } from "../../components/share-button.tsx";
import { useAnswer } from "../../components/use-answer.ts";
import { useFormat } from "../../components/use-format.ts";
import { useTexts } from "../../texts/texts-context.ts";
import { EditDialog } from "./edit-dialog.tsx";
import { ItemHistory, ItemNotes } from "./item-history.tsx";
import { ItemMilestones } from "./item-milestones.tsx";
import { LightSection } from "./light-section.tsx";
import { ActionStatusBadge, OwnerCell } from "./plan-marks.tsx";
import { usePlanTexts } from "./plan-texts.ts";
import { UpdateForm } from "./update-form.tsx";

/** One item: what it is, how it goes, and what I can do. */
export function ItemPage({ itemKey }: { readonly itemKey: string }) {
  const answer = useAnswer(["action-item", itemKey], `/action-items/${itemKey}`, actionItemSchema);
  return <AnswerView answer={answer}>{(view) => <ItemContent view={view} />}</AnswerView>;
}

function ItemContent({ view }: { readonly view: ActionItemView }) {
  const columns = useColumnStyles();
  const words = usePlanTexts();
  const { item } = view;
  return (
    <Page
      back={{ link: routes.actionPlan, text: words.back }}
      title={item.title}
      mark={<ActionStatusBadge status={item.status} />}
      lead={`${item.focusArea}. ${view.focusAreaName}`}
      actions={<ItemActions view={view} />}
    >
      <div className={columns.columns}>
        <div className={columns.side}>
          <LightSection item={item} />
          <ItemFacts view={view} />
        </div>
        <div className={columns.main}>
          <UpdateForm item={item} />
          <Section title={words.item.description}>
            {view.description === "" ? <p>{words.item.noDescription}</p> : <LongText text={view.description} />}
          </Section>
          <ItemMilestones item={item} today={view.today} />
          <ItemNotes notes={view.notes} />
        </div>
        <div className={columns.side}>
          <ItemHistory entries={view.timeline} />
        </div>
      </div>
    </Page>
  );
}

function ItemActions({ view }: { readonly view: ActionItemView }) {
  const words = usePlanTexts();
  const { shell } = useTexts();
  const [editing, setEditing] = useState(false);
  const { item, sharePointUrl } = view;
  return (
    <>
      {item.may.edit ? (
        <Button
          icon={<EditRegular />}
          onClick={() => {
            setEditing(true);
          }}
        >
          {words.item.edit}
        </Button>
      ) : null}
      {sharePointUrl === undefined ? null : (
        <Button as="a" appearance="subtle" href={sharePointUrl} target="_blank" rel="noreferrer">
          {shell.inSharePoint}
        </Button>
      )}
      <PrintButton />
      <ShareButton route={routes.actionItem(item.key)} label={item.title} />
      {editing ? (
        <EditDialog
          view={view}
          onClose={() => {
            setEditing(false);
          }}
        />
      ) : null}
    </>
  );
}

function ItemFacts({ view }: { readonly view: ActionItemView }) {
  const words = usePlanTexts();
  const { item: texts } = words;
  const format = useFormat();
  const { item, application, needKey } = view;
  return (
    <Section title={texts.facts}>
      <Facts
        stacked
        items={[
          [words.owner, <OwnerCell key="owner" row={item} />],
          [words.centre, item.centreName],
          [texts.period, texts.periodFromTo(format.date(item.from), format.date(item.to))],
          [texts.updated, `${format.instant(item.updatedAt)} (${words.days(item.daysSinceUpdate)})`],
          [texts.mainArea, `${item.focusArea}. ${view.focusAreaName}`],
          [texts.furtherAreas, item.furtherAreas.join(", ")],
          [
            texts.programme,
            <Link key="programme" href={hrefOf(routes.programme)}>
              {view.programmeTitle}
            </Link>,
          ],
          [texts.sdgs, item.sdgs.length === 0 ? undefined : <SdgChips key="sdgs" sdgs={item.sdgs} />],
          [
            texts.origin,
            application ? (
              application.title === undefined ? (
                texts.applicationHidden
              ) : (
                <Link key="application" href={hrefOf(routes.application(application.key))}>
                  {texts.application(application.number ?? "", application.title)}
                </Link>
              )
            ) : needKey === undefined ? undefined : (
              <Link key="need" href={hrefOf(`${routes.needs}/${needKey}`)}>
                {texts.need}
              </Link>
            ),
          ],
        ]}
      />
    </Section>
  );
}
