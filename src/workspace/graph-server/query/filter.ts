import { GraphError, invalidRequest } from "../http/graph-error.ts";

export const comparisons = ["eq", "ne", "lt", "le", "gt", "ge"] as const;
export type Comparison = (typeof comparisons)[number];

export type Literal = string | number | boolean;

/** A `$filter` as a tree; `path` is the property as written, e.g. "fields/Status". */
export type Filter =
  | { readonly kind: "joint"; readonly joint: "and" | "or"; readonly left: Filter; readonly right: Filter }
  | { readonly kind: "compare"; readonly path: string; readonly operator: Comparison; readonly value: Literal }
  | { readonly kind: "starts-with"; readonly path: string; readonly value: string };

type Token =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "literal"; readonly value: Literal }
  | { readonly kind: "mark"; readonly text: "(" | ")" | "," };

const maxDepth = 50;

/** Parses `$filter`: six comparisons, startswith, and, or, parentheses. Everything else is refused with 400. */
export function parseFilter(text: string): Filter {
  const reader = createReader(readTokens(text));
  const filter = readOr(reader, 0);
  if (reader.peek()) throw invalidFilter();
  return filter;
}

/** All properties a filter looks at. */
export function pathsOf(filter: Filter): readonly string[] {
  if (filter.kind === "joint") return [...pathsOf(filter.left), ...pathsOf(filter.right)];
  return [filter.path];
}

export function invalidFilter(): GraphError {
  return new GraphError(400, "BadRequest", "Invalid filter clause");
}

interface Reader {
  readonly peek: () => Token | undefined;
  readonly next: () => Token;
}

function createReader(tokens: readonly Token[]): Reader {
  let at = 0;
  return {
    peek: () => tokens[at],
    next: () => {
      const token = tokens[at++];
      if (!token) throw invalidFilter();
      return token;
    },
  };
}

const tokenPattern =
  /\s*(?:(?<mark>[(),])|'(?<text>(?:[^']|'')*)'|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w./:-])|(?<word>[A-Za-z_][\w/.]*))/y;

function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (text.slice(tokenPattern.lastIndex).trim() !== "") {
    const groups = tokenPattern.exec(text)?.groups;
    if (!groups) throw invalidFilter();
    tokens.push(toToken(groups));
  }
  return tokens;
}

function toToken(groups: Readonly<Record<string, string | undefined>>): Token {
  const { mark, text, number, word } = groups;
  if (mark === "(" || mark === ")" || mark === ",") return { kind: "mark", text: mark };
  if (text !== undefined) return { kind: "literal", value: text.replaceAll("''", "'") };
  if (number !== undefined) return { kind: "literal", value: Number(number) };
  if (word === "true" || word === "false") return { kind: "literal", value: word === "true" };
  return { kind: "word", text: word ?? "" };
}

function readOr(reader: Reader, depth: number): Filter {
  let left = readAnd(reader, depth);
  while (isWord(reader.peek(), "or")) {
    reader.next();
    left = { kind: "joint", joint: "or", left, right: readAnd(reader, depth) };
  }
  return left;
}

function readAnd(reader: Reader, depth: number): Filter {
  let left = readClause(reader, depth);
  while (isWord(reader.peek(), "and")) {
    reader.next();
    left = { kind: "joint", joint: "and", left, right: readClause(reader, depth) };
  }
  return left;
}

function readClause(reader: Reader, depth: number): Filter {
  if (depth > maxDepth) throw invalidFilter();
  const first = reader.next();
  if (isMark(first, "(")) {
    const inner = readOr(reader, depth + 1);
    if (!isMark(reader.next(), ")")) throw invalidFilter();
    return inner;
  }
  if (first.kind !== "word") throw invalidFilter();
  if (isMark(reader.peek(), "(")) return readFunction(first.text, reader);
  return readComparison(first.text, reader);
}

function readFunction(name: string, reader: Reader): Filter {
  if (name !== "startswith") throw invalidRequest(`The function '${name}' is not supported in a filter clause.`);
  reader.next();
  const path = reader.next();
  const comma = reader.next();
  const value = reader.next();
  const close = reader.next();
  if (path.kind !== "word" || !isMark(comma, ",") || !isMark(close, ")")) throw invalidFilter();
  if (value.kind !== "literal" || typeof value.value !== "string") throw invalidFilter();
  // Some clients write "startswith(…) eq true".
  if (isWord(reader.peek(), "eq")) {
    reader.next();
    const truth = reader.next();
    if (truth.kind !== "literal" || truth.value !== true) throw invalidFilter();
  }
  return { kind: "starts-with", path: path.text, value: value.value };
}

function readComparison(path: string, reader: Reader): Filter {
  const operator = reader.next();
  const value = reader.next();
  const known = operator.kind === "word" ? comparisons.find((name) => name === operator.text) : undefined;
  if (!known || value.kind !== "literal") throw invalidFilter();
  return { kind: "compare", path, operator: known, value: value.value };
}

function isWord(token: Token | undefined, text: string): boolean {
  return token?.kind === "word" && token.text === text;
}

function isMark(token: Token | undefined, text: string): boolean {
  return token?.kind === "mark" && token.text === text;
}
