import { Link } from "@fluentui/react-components";
import type { Deliveries } from "#contract/notice-deliveries.ts";
import { hrefOf } from "../../components/routes.ts";

type About = Pick<Deliveries["tasks"][number], "round" | "subject">;

/** What a notice is about in words: number and title, or the round alone for who may know no more. */
export function aboutText({ round, subject }: About): string {
  if (subject === undefined) return round?.name ?? "";
  return subject.number === "" ? subject.title : `${subject.number} ${subject.title}`;
}

/** The same as a link to the record. */
export function AboutLink({ about }: { readonly about: About }) {
  const text = aboutText(about);
  if (about.subject === undefined) return text === "" ? "–" : text;
  return <Link href={hrefOf(about.subject.link)}>{text}</Link>;
}
