import * as z from "zod/mini";
import { operators } from "./format-operators.ts";
import { type FormatScope, type FormatValue, isTrue, lookUp } from "./format-scope.ts";

/** An expression, read once and then evaluated per cell. */
export type Expression =
  | { readonly kind: "value"; readonly value: FormatValue }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "call"; readonly operator: string; readonly operands: readonly Expression[] };

const treeSchema = z.looseObject({ operator: z.string(), operands: z.array(z.unknown()) });
const nothing: Expression = { kind: "value", value: "" };

/**
 * Reads a value of formatting JSON: a constant, `@currentField`, `[$Name]`, an Excel-style text (`=if(@currentField > 3, 'a', 'b')`)
 * or a tree `{operator, operands}`. What cannot be read is nothing, so that a mistake empties one cell and breaks no page.
 */
export function parseExpression(json: unknown): Expression {
  if (typeof json === "number" || typeof json === "boolean") return { kind: "value", value: json };
  if (typeof json === "string") return parseText(json);
  const tree = treeSchema.safeParse(json);
  if (!tree.success) return nothing;
  return { kind: "call", operator: tree.data.operator, operands: tree.data.operands.map(parseExpression) };
}

function parseText(text: string): Expression {
  if (!text.startsWith("=")) {
    return /^(?:@\w+(?:\.\w+)*|\[\$[^\]]+\])$/u.test(text)
      ? { kind: "name", name: text }
      : { kind: "value", value: text };
  }
  const tokens = tokenize(text.slice(1));
  const reader = { tokens: tokens ?? [], at: 0 };
  const expression = tokens === undefined ? undefined : readBinary(reader, 0);
  return expression === undefined || reader.at < reader.tokens.length ? nothing : expression;
}

/** Names of columns a format reads, so that they can be fetched with the rows. */
export function columnsReadBy(json: unknown): readonly string[] {
  return [...JSON.stringify(json ?? null).matchAll(/\[\$([A-Za-z0-9_]+)/gu)].map(([, name]) => name ?? "");
}

/** The value of an expression in one cell. */
export function evaluate(expression: Expression, scope: FormatScope): FormatValue {
  switch (expression.kind) {
    case "value":
      return expression.value;
    case "name":
      return lookUp(scope, expression.name);
    case "call":
      return call(expression.operator, expression.operands, scope);
  }
}

function call(operator: string, operands: readonly Expression[], scope: FormatScope): FormatValue {
  if (operator === "if" || operator === "?" || operator === "?:") {
    const [condition = nothing, yes = nothing, no = nothing] = operands;
    return evaluate(isTrue(evaluate(condition, scope)) ? yes : no, scope);
  }
  const operation = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  return operation === undefined
    ? ""
    : operation(
        operands.map((operand) => evaluate(operand, scope)),
        scope,
      );
}

type Token =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "sign"; readonly text: string };

const pattern =
  /\s*(?:'(?<text>(?:[^']|'')*)'|(?<number>\d+(?:\.\d+)?)|(?<name>@\w+(?:\.\w+)*|\[\$[^\]]+\])|(?<word>[A-Za-z]\w*)|(?<sign>&&|\|\||==|!=|<=|>=|[-+*/%<>!(),?:]))/uy;

function tokenize(source: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const text = source.trimEnd();
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) return undefined;
    const { text: quoted, number, name, word, sign } = groups;
    if (quoted !== undefined) tokens.push({ kind: "text", text: quoted.replaceAll("''", "'") });
    else if (number !== undefined) tokens.push({ kind: "number", value: Number(number) });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else if (word !== undefined) tokens.push({ kind: "word", text: word });
    else tokens.push({ kind: "sign", text: sign ?? "" });
  }
  return tokens;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

const precedence: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["==", "!="],
  ["<", "<=", ">", ">="],
  ["+", "-"],
  ["*", "/", "%"],
];

function readBinary(reader: Reader, level: number): Expression | undefined {
  const signs = precedence[level];
  if (signs === undefined) return readSingle(reader);
  let left = readBinary(reader, level + 1);
  for (;;) {
    const token = reader.tokens[reader.at];
    if (left === undefined || token?.kind !== "sign" || !signs.includes(token.text)) return left;
    reader.at += 1;
    const right = readBinary(reader, level + 1);
    if (right === undefined) return undefined;
    left = { kind: "call", operator: token.text, operands: [left, right] };
  }
}

function readSingle(reader: Reader): Expression | undefined {
  const token = reader.tokens[reader.at];
  reader.at += 1;
  switch (token?.kind) {
    case "text":
      return { kind: "value", value: token.text };
    case "number":
      return { kind: "value", value: token.value };
    case "name":
      return { kind: "name", name: token.text };
    case "word":
      return readWord(reader, token.text);
    case "sign":
      return readSigned(reader, token.text);
    case undefined:
      return undefined;
  }
}

function readWord(reader: Reader, word: string): Expression | undefined {
  if (word === "true" || word === "false") return { kind: "value", value: word === "true" };
  if (!take(reader, "(")) return undefined;
  const operands: Expression[] = [];
  while (!take(reader, ")")) {
    const operand = readBinary(reader, 0);
    if (operand === undefined) return undefined;
    operands.push(operand);
    if (!take(reader, ",") && !isNext(reader, ")")) return undefined;
  }
  return { kind: "call", operator: word, operands };
}

function readSigned(reader: Reader, sign: string): Expression | undefined {
  if (sign === "(") {
    const inner = readBinary(reader, 0);
    return take(reader, ")") ? inner : undefined;
  }
  if (sign !== "-" && sign !== "!") return undefined;
  const operand = readSingle(reader);
  if (operand === undefined) return undefined;
  const zero: Expression = { kind: "value", value: 0 };
  return { kind: "call", operator: sign, operands: sign === "-" ? [zero, operand] : [operand] };
}

function isNext(reader: Reader, sign: string): boolean {
  const token = reader.tokens[reader.at];
  return token?.kind === "sign" && token.text === sign;
}

function take(reader: Reader, sign: string): boolean {
  const found = isNext(reader, sign);
  if (found) reader.at += 1;
  return found;
}
