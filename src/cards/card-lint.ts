import { cardLimitBytes, utf8Bytes } from "./card-size.ts";

type Node = Readonly<Record<string, unknown>>;

/** Actions Teams shows as buttons before it cuts the rest away. */
const MOST_BUTTONS = 4;

/**
 * What is wrong with a card as JSON, by the rules Teams and we set: schema 1.5 and nothing newer, every press with verb
 * and fallback inside an action set, a link into the tab, labelled and limited inputs, wrapped texts, a size far below
 * Teams' limit. Empty when it is in order.
 */
export function lintCard(card: unknown): readonly string[] {
  if (!isNode(card) || card["type"] !== "AdaptiveCard") return ["not a card"];
  const nodes = [...walk(card)];
  const problems = nodes.flatMap(([node, parents]) => nodeProblems(node, parents));
  if (card["version"] !== "1.5") problems.push("version is not 1.5");
  if (card["lang"] !== "da" && card["lang"] !== "en") problems.push("lang is not set");
  if (typeof card["fallbackText"] !== "string") problems.push("fallbackText is missing");
  problems.push(...refreshProblems(card["refresh"]));
  if (card["actions"] !== undefined) problems.push("buttons must lie in an action set");
  const links = nodes.filter(([node]) => node["type"] === "Action.OpenUrl");
  if (!links.some(([node]) => isTabLink(node["url"]))) problems.push("no link into the tab");
  const ids = nodes.flatMap(([node]) => (typeof node["id"] === "string" ? [node["id"]] : []));
  if (new Set(ids).size !== ids.length) problems.push("an id is used twice");
  const size = utf8Bytes(JSON.stringify(card));
  if (size > cardLimitBytes) problems.push(`${size} bytes are more than ${cardLimitBytes}`);
  return problems;
}

/** Teams asks by itself for so many people only, and only where they are named as the channel names them. */
const MOST_VIEWERS = 60;

function refreshProblems(refresh: unknown): string[] {
  if (refresh === undefined) return [];
  const { action, userIds } = isNode(refresh) ? refresh : {};
  const problems: string[] = [];
  if (!isNode(action) || action["type"] !== "Action.Execute" || text(action["verb"]) === "") {
    problems.push("refresh asks for nothing");
  }
  const ids: readonly unknown[] = Array.isArray(userIds) ? userIds : [];
  if (ids.length === 0 || ids.length > MOST_VIEWERS) problems.push(`refresh is for ${ids.length} people`);
  if (ids.some((id) => !text(id).startsWith("29:"))) problems.push("refresh names somebody otherwise than the channel");
  return problems;
}

const knownTypes: readonly unknown[] = [
  "AdaptiveCard",
  "TextBlock",
  "FactSet",
  "Table",
  "TableRow",
  "TableCell",
  "ActionSet",
  "Input.Text",
  "Input.ChoiceSet",
  "Action.Execute",
  "Action.Submit",
  "Action.OpenUrl",
  "Action.ShowCard",
];

function nodeProblems(node: Node, parents: readonly Node[]): string[] {
  const { type } = node;
  if (typeof type !== "string") return [];
  if (!knownTypes.includes(type)) return [`${type} is not of our kit of schema 1.5`];
  if (type === "TextBlock") return node["wrap"] === true ? [] : [`text is not wrapped: ${text(node["text"])}`];
  if (type === "ActionSet") {
    const count = Array.isArray(node["actions"]) ? node["actions"].length : 0;
    const positive = buttonsIn(node).filter(({ style }) => style === "positive").length;
    return [
      ...(count >= 1 && count <= MOST_BUTTONS ? [] : [`${count} buttons`]),
      ...(positive <= 1 ? [] : [`${positive} buttons say that the card is for them`]),
    ];
  }
  if (type.startsWith("Input.")) return inputProblems(node);
  if (type === "Action.Execute") return executeProblems(node, parents);
  return type === "Action.ShowCard" ? styleProblems(node) : ownStyleProblems(node);
}

function buttonsIn({ actions }: Node): readonly Node[] {
  return Array.isArray(actions) ? actions.filter(isNode) : [];
}

/** Teams may draw every button alike, so a style says nothing the title does not; newer styles are not known there. */
function styleProblems({ style, title }: Node): string[] {
  return style === undefined || style === "positive" || style === "destructive" ? [] : [`${text(title)} has style`];
}

function ownStyleProblems({ type, style }: Node): string[] {
  return style === undefined ? [] : [`${text(type)} relies on style`];
}

function inputProblems(node: Node): string[] {
  const problems: string[] = [];
  if (text(node["id"]) === "") problems.push("an input has no id");
  if (text(node["label"]) === "") problems.push(`${text(node["id"])} has no label`);
  if (node["type"] === "Input.Text" && typeof node["maxLength"] !== "number") {
    problems.push(`${text(node["id"])} has no maxLength`);
  }
  if (typeof node["maxLength"] === "number" && text(node["value"]).length > node["maxLength"]) {
    problems.push(`${text(node["id"])} is longer than its maxLength`);
  }
  if (node["isRequired"] === true && text(node["errorMessage"]) === "") {
    problems.push(`${text(node["id"])} is required without an errorMessage`);
  }
  return problems;
}

function executeProblems(node: Node, parents: readonly Node[]): string[] {
  const problems: string[] = [];
  const title = text(node["title"]);
  const { fallback, data } = node;
  if (text(node["verb"]) === "") problems.push(`${title} has no verb`);
  if (parents.at(-1)?.["type"] !== "ActionSet") problems.push(`${title} does not lie in an action set`);
  const sent = isNode(fallback) && isNode(fallback["data"]) ? fallback["data"] : undefined;
  if (sent?.["verb"] !== node["verb"]) problems.push(`${title} has no Action.Submit with its verb as fallback`);
  problems.push(...styleProblems(node));
  const values = isNode(data) ? Object.values(data) : [];
  if (values.some((value) => typeof value === "string" && !/^(?:[0-9a-f]{32}|chair|deputy)$/u.test(value))) {
    problems.push(`${title} carries more than keys`);
  }
  return problems;
}

function* walk(part: unknown, parents: readonly Node[] = []): Generator<readonly [Node, readonly Node[]]> {
  if (Array.isArray(part)) {
    for (const each of part) yield* walk(each, parents);
    return;
  }
  if (!isNode(part)) return;
  yield [part, parents];
  // What a button sends is data, and its fallback is looked at beside it.
  for (const [name, child] of Object.entries(part)) {
    if (name !== "data" && name !== "fallback" && name !== "refresh") yield* walk(child, [...parents, part]);
  }
}

function isNode(part: unknown): part is Node {
  return typeof part === "object" && part !== null && !Array.isArray(part);
}

function isTabLink(url: unknown): boolean {
  return typeof url === "string" && url.startsWith("https://teams.microsoft.com/l/entity/");
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
