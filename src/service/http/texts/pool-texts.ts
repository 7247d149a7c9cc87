import { byAndWhen, deadline, money, type ProblemText, when } from "./sentence.ts";

/** Refusals about money, ranking and decisions. */
export const poolTexts = {
  "round-not-closed": {
    status: 409,
    da: (data) => [
      "Runden er ikke lukket",
      `Runden lukker den ${deadline(data, "closesAt", "da")} og kan først indstilles derefter.`,
    ],
    en: (data) => [
      "The round is not closed",
      `The round closes on ${deadline(data, "closesAt", "en")} and can be put up for decision after that.`,
    ],
  },
  "no-applications": {
    status: 409,
    da: () => ["Ingen ansøgninger", "Der er ingen indsendte ansøgninger at indstille."],
    en: () => ["No applications", "There are no submitted applications to recommend."],
  },
  "awaiting-approval": {
    status: 409,
    da: (data) => ["Ansøgninger afventer leder", `Disse afventer stadig lederens svar: ${data["numbers"] ?? ""}.`],
    en: (data) => ["Applications await their head", `These still await the head's answer: ${data["numbers"] ?? ""}.`],
  },
  "reviews-missing": {
    status: 409,
    da: (data) => [
      "Alle projekter er ikke vurderet",
      `Alle projekter skal være vurderet. Der mangler vurderinger af: ${data["missing"] ?? ""}.`,
    ],
    en: (data) => [
      "Not all projects are reviewed",
      `All projects must be reviewed. Reviews are missing for: ${data["missing"] ?? ""}.`,
    ],
  },
  "too-few-reviewers": {
    status: 409,
    da: (data) => [
      "For få habile bedømmere",
      data["numbers"] === undefined
        ? `Der skal være mindst ${data["minimum"] ?? 3} bedømmere.`
        : `Mindst ${data["minimum"] ?? 3} habile bedømmere skal vurdere hver ansøgning. For få ved: ${data["numbers"]}.`,
    ],
    en: (data) => [
      "Too few eligible reviewers",
      data["numbers"] === undefined
        ? `There must be at least ${data["minimum"] ?? 3} reviewers.`
        : `At least ${data["minimum"] ?? 3} eligible reviewers must review each application. Too few for: ${data["numbers"]}.`,
    ],
  },
  "no-decider": {
    status: 409,
    da: (data) => ["Ingen kan beslutte", `Både formand og næstformand er inhabile ved: ${data["numbers"] ?? ""}.`],
    en: (data) => ["Nobody can decide", `Both chair and deputy chair are recused for: ${data["numbers"] ?? ""}.`],
  },
  "already-decided": {
    status: 409,
    da: (data) => ["Allerede besluttet", `Allerede afgjort${byAndWhen(data, "da")}.`],
    en: (data) => ["Already decided", `Already decided${byAndWhen(data, "en")}.`],
  },
  "not-recommended": {
    status: 409,
    da: () => ["Runden er ikke indstillet", "Der er ingen indstilling at beslutte."],
    en: () => ["The round is not recommended", "There is no recommendation to decide."],
  },
  "already-sent-back": {
    status: 409,
    da: (data) => ["Allerede sendt tilbage", `Indstillingen er allerede sendt tilbage${byAndWhen(data, "da")}.`],
    en: (data) => ["Already sent back", `The recommendation was already sent back${byAndWhen(data, "en")}.`],
  },
  "recommendation-replaced": {
    status: 409,
    da: (data) => [
      "Indstillingen er ny",
      `Listen er lavet om den ${when(data, "at", "da")}. Se den nye, før du beslutter.`,
    ],
    en: (data) => [
      "The recommendation is new",
      `The list was made anew on ${when(data, "at", "en")}. See the new one before you decide.`,
    ],
  },
  "no-such-packet": {
    status: 404,
    da: () => ["Findes ikke", "Siden findes ikke, eller du har ikke adgang til den."],
    en: () => ["Not found", "The page does not exist, or you do not have access to it."],
  },
  "not-decider": {
    status: 403,
    da: () => ["Det er ikke din beslutning", "Denne del af listen besluttes af en anden."],
    en: () => ["Not your decision", "This part of the list is decided by somebody else."],
  },
  "decider-recused": {
    status: 409,
    da: (data) => [
      "Du er inhabil",
      `Du er blevet inhabil ved ${data["numbers"] ?? ""}. Intet er afgjort; puljesekretariatet må tage indstillingen tilbage og indstille igen.`,
    ],
    en: (data) => [
      "You are recused",
      `You have become recused for ${data["numbers"] ?? ""}. Nothing is decided; the pool secretariat must take the recommendation back and put it up again.`,
    ],
  },
  "application-left": {
    status: 409,
    da: (data) => [
      "Ikke længere med i runden",
      `${data["numbers"] ?? ""} er trukket tilbage eller sendt retur. Intet er afgjort; puljesekretariatet må tage indstillingen tilbage og indstille igen.`,
    ],
    en: (data) => [
      "No longer in the round",
      `Withdrawn or returned: ${data["numbers"] ?? ""}. Nothing is decided; the pool secretariat must take the recommendation back and put it up again.`,
    ],
  },
  "total-differs": {
    status: 409,
    da: (data) => [
      "Beløbet passer ikke",
      `Listen er på ${money(data, "totalOere", "da")} Se den igen, før du beslutter.`,
    ],
    en: (data) => [
      "The amount differs",
      `The list holds ${money(data, "totalOere", "en")}. Look at it again before you decide.`,
    ],
  },
  "exceeds-frame": {
    status: 409,
    da: (data) => ["Rammen overskrides", `Tilsagnene overstiger rundens ramme med ${money(data, "overOere", "da")}`],
    en: (data) => ["Over the frame", `The awards exceed the round's frame by ${money(data, "overOere", "en")}.`],
  },
  "exceeds-appropriation": {
    status: 409,
    da: (data) => ["Bevillingen overskrides", `Tilsagnene overstiger bevillingen med ${money(data, "overOere", "da")}`],
    en: (data) => [
      "Over the appropriation",
      `The awards exceed the appropriation by ${money(data, "overOere", "en")}.`,
    ],
  },
  "already-undone": {
    status: 409,
    da: (data) => ["Allerede fortrudt", `Beslutningen er allerede fortrudt${byAndWhen(data, "da")}.`],
    en: (data) => ["Already undone", `The decision was already taken back${byAndWhen(data, "en")}.`],
  },
  "not-decided": {
    status: 409,
    da: () => ["Ikke besluttet", "Der er ingen beslutning at fortryde."],
    en: () => ["Not decided", "There is no decision to take back."],
  },
  "outcome-sent": {
    status: 409,
    da: () => ["Brevene er på vej", "Fristen for at fortryde er udløbet, og brevene er på vej."],
    en: () => [
      "The letters are on their way",
      "The time to take the decision back has run out, and the letters are on their way.",
    ],
  },
  "already-added": {
    status: 409,
    da: (data) => ["Runden er der allerede", `Runden er allerede åbnet${byAndWhen(data, "da")}.`],
    en: (data) => ["The round is there already", `The round was already opened${byAndWhen(data, "en")}.`],
  },
  "code-taken": {
    status: 409,
    da: (data) => [
      "Koden er brugt",
      `Der er allerede en runde med koden ”${data["code"] ?? ""}”. Ansøgningernes numre begynder med koden, så giv den nye runde en anden.`,
    ],
    en: (data) => [
      "The code is taken",
      `There is a round with the code "${data["code"] ?? ""}" already. The applications' numbers begin with it, so give the new round another.`,
    ],
  },
  "cap-over-frame": {
    status: 409,
    da: () => ["Beløbet er for stort", "Det højeste beløb pr. projekt kan ikke være større end rundens ramme."],
    en: () => ["The amount is too large", "The most for one project cannot be more than the round's frame."],
  },
  "frames-exceed-appropriation": {
    status: 409,
    da: (data) => [
      "Bevillingen overskrides",
      `Rundernes rammer overstiger tilsammen puljens bevilling med ${money(data, "overOere", "da")}`,
    ],
    en: (data) => [
      "Over the appropriation",
      `The rounds' frames together exceed the pool's appropriation by ${money(data, "overOere", "en")}.`,
    ],
  },
  "dates-out-of-order": {
    status: 409,
    da: () => [
      "Datoerne passer ikke",
      "Runden skal åbne før ansøgningsfristen, bedømmernes frist kan ikke ligge før den, og afgørelsen ikke før bedømmernes frist.",
    ],
    en: () => [
      "The dates do not fit",
      "The round opens before its deadline, reviews cannot be due before that, nor the decision before the reviews.",
    ],
  },
  "person-twice": {
    status: 409,
    da: () => [
      "En person står to gange",
      "Den samme person kan ikke både være bedømmer og suppleant, eller formand og næstformand. Vælg to forskellige.",
    ],
    en: () => [
      "A person stands twice",
      "The same person cannot be reviewer and substitute, or chair and deputy. Choose two different ones.",
    ],
  },
  "person-left": {
    status: 409,
    da: (data) => [
      "En person er her ikke længere",
      `${data["name"] ?? "En af dem"} er ikke længere ansat. Vælg en anden. Det, du har skrevet, er her stadig.`,
    ],
    en: (data) => [
      "Somebody is no longer here",
      `${data["name"] ?? "One of them"} is no longer employed. Choose somebody else. What you wrote is still here.`,
    ],
  },
  "no-round-to-be-like": {
    status: 409,
    da: () => ["Bedømmerne mangler", "Den runde, der skulle tages bedømmere fra, findes ikke mere. Vælg en anden."],
    en: () => [
      "The reviewers are missing",
      "The round that reviewers were to be taken from is not there any more. Choose another.",
    ],
  },
  "pool-number-taken": {
    status: 409,
    da: (data) => [
      "Puljenummeret er brugt",
      `Der er allerede en pulje med nummer ${data["number"] ?? ""}. Giv den nye pulje et andet nummer.`,
    ],
    en: (data) => [
      "The pool's number is taken",
      `There is a pool numbered ${data["number"] ?? ""} already. Give the new pool another number.`,
    ],
  },
  "no-pool-to-be-like": {
    status: 409,
    da: () => [
      "Kriterierne mangler",
      "Den pulje, der skulle tages kriterier og vægte fra, findes ikke mere. Vælg en anden.",
    ],
    en: () => [
      "The criteria are missing",
      "The pool that criteria and weights were to be taken from is not there any more. Choose another.",
    ],
  },
  "duplicate-criterion": {
    status: 409,
    da: () => [
      "Et kriterium to gange",
      "Det samme kriterium står der to gange. Slet det ene, eller giv det et andet navn.",
    ],
    en: () => ["A criterion twice", "The same criterion is there twice. Remove one, or give it another name."],
  },
  "weights-not-100": {
    status: 409,
    da: () => [
      "Vægtene passer ikke",
      "Kriteriernes vægte skal være 100 procent tilsammen. Ret dem, og opret så puljen. Det, du har skrevet, står her stadig.",
    ],
    en: () => [
      "The weights do not fit",
      "The weights must be 100 per cent together. Change them, then make the pool. What you have written is still here.",
    ],
  },
  "award-answered": {
    status: 409,
    da: (data) => ["Tilsagnet er besvaret", `Ansøger ${data["number"] ?? ""} har allerede svaret på tilsagnet.`],
    en: (data) => ["The award is answered", `Applicant ${data["number"] ?? ""} has already answered the award.`],
  },
  "no-award": {
    status: 409,
    da: () => ["Intet tilsagn", "Der er ikke noget tilsagn på denne ansøgning."],
    en: () => ["No award", "There is no award for this application."],
  },
  "already-answered": {
    status: 409,
    da: (data) => ["Allerede besvaret", `Tilsagnet er allerede besvaret${byAndWhen(data, "da")}.`],
    en: (data) => ["Already answered", `The award was already answered${byAndWhen(data, "en")}.`],
  },
  "answer-deadline-passed": {
    status: 409,
    da: (data) => [
      "Svarfristen er overskredet",
      `Fristen for at svare var den ${deadline(data, "deadline", "da")}. Kontakt puljesekretariatet.`,
    ],
    en: (data) => [
      "The deadline to answer has passed",
      `The deadline to answer was ${deadline(data, "deadline", "en")}. Contact the pool secretariat.`,
    ],
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
