import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useFormat } from "../../components/use-format.ts";
import { usePlanTexts } from "./plan-texts.ts";
import type { MoveConflict } from "./use-moves.ts";

interface ConflictNoteProps {
  readonly conflict: MoveConflict;
  readonly onAgain: () => void;
  readonly onKeep: () => void;
}

/** Two people moved the same item: what the other did, what one wanted, and both ways out. */
export function ConflictNote({ conflict, onAgain, onKeep }: ConflictNoteProps) {
  const { conflict: words } = usePlanTexts();
  const { date } = useFormat();
  const { row, who, theirs, mine } = conflict;
  const name = who === "" ? words.someone : who;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody role="alert">
        <MessageBarTitle>{words.title}</MessageBarTitle>
        {`${words.text(name, row.title, date(theirs.from), date(theirs.to))} ${words.mine(date(mine.from), date(mine.to))}`}
      </MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" onClick={onAgain}>
          {words.again}
        </Button>
        <Button onClick={onKeep}>{words.keep}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
