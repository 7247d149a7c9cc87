import { Field, Select, Switch } from "@fluentui/react-components";
import { useLanguage } from "../../texts/texts-context.ts";
import { useNoticeTexts } from "./notice-texts.ts";
import { useNoticesStyles } from "./notices.styles.ts";

interface Hours {
  readonly from: string;
  readonly until: string;
}

interface HoursChoiceProps {
  readonly house: Hours;
  /** Undefined: the house's hours. */
  readonly hours: Hours | undefined;
  readonly onChoose: (hours: Hours | undefined) => void;
}

const HALF_HOUR = 30;
const LEAST = 60;

/** A shorter time than the municipality's; one hour at least, so that what waits gets through. */
export function HoursChoice({ house, hours, onChoose }: HoursChoiceProps) {
  const texts = useNoticeTexts();
  const styles = useNoticesStyles();
  const language = useLanguage();
  const shown = (time: string): string => (language === "da" ? time.replace(":", ".") : time);
  const times = timesBetween(house, hours);
  const { from, until } = hours ?? house;
  return (
    <div className={styles.hours}>
      <p className={styles.text}>{texts.hoursText(shown(house.from), shown(house.until))}</p>
      <Switch
        label={texts.ownHours}
        checked={hours !== undefined}
        onChange={(_, { checked }) => {
          onChoose(checked ? { from: "09:00", until: "15:00" } : undefined);
        }}
      />
      {hours === undefined ? null : (
        <>
          <div className={styles.times}>
            <Field label={texts.from}>
              <Select
                value={from}
                onChange={(_, { value }) => {
                  const enough = minutesOf(until) - minutesOf(value) >= LEAST;
                  onChoose({ from: value, until: enough ? until : clock(minutesOf(value) + LEAST) });
                }}
              >
                {times
                  .filter((time) => minutesOf(time) + LEAST <= minutesOf(house.until))
                  .map((time) => (
                    <option key={time} value={time}>
                      {shown(time)}
                    </option>
                  ))}
              </Select>
            </Field>
            <Field label={texts.until}>
              <Select
                value={until}
                onChange={(_, { value }) => {
                  onChoose({ from, until: value });
                }}
              >
                {times
                  .filter((time) => minutesOf(time) - minutesOf(from) >= LEAST)
                  .map((time) => (
                    <option key={time} value={time}>
                      {shown(time)}
                    </option>
                  ))}
              </Select>
            </Field>
          </div>
          <p className={styles.text}>{texts.tooLate}</p>
        </>
      )}
    </div>
  );
}

/** Each half hour of the house's time, and what is chosen already. */
function timesBetween(house: Hours, hours: Hours | undefined): readonly string[] {
  const times = new Set<string>(hours === undefined ? [] : [hours.from, hours.until]);
  for (let at = minutesOf(house.from); at <= minutesOf(house.until); at += HALF_HOUR) times.add(clock(at));
  return [...times].toSorted();
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
