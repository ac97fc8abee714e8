import { jsonLanguage } from "@codemirror/lang-json";

type Tree = ReturnType<typeof jsonLanguage.parser.parse>;
type Node = Tree["topNode"];

/** A part of a text, by offsets. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Where in the JSON `text` the value stands to which `path` leads, as far as it leads: a plain value itself, of
 * anything larger its name, so that not half of the text is marked.
 */
export function rangeOfPath(text: string, path: readonly string[]): TextRange {
  let node = valueIn(jsonLanguage.parser.parse(text).topNode);
  let found: TextRange | undefined;
  for (const key of path) {
    const next = node && child(node, key, text);
    if (next === undefined) break;
    node = next.value;
    const isPlain = node !== undefined && node.name !== "Object" && node.name !== "Array";
    found = isPlain && node !== undefined ? range(node) : next.name ?? found;
  }
  return found ?? { from: 0, to: Math.min(1, text.length) };
}

interface Child {
  readonly name: TextRange | undefined;
  readonly value: Node | undefined;
}

function child(node: Node, key: string, text: string): Child | undefined {
  if (node.name === "Array") {
    const members = children(node).filter(({ name }) => isValue(name));
    const value = members[Number(key)];
    return value === undefined ? undefined : { name: undefined, value };
  }
  // Of a name given twice, the last one counts.
  const property = children(node).findLast((each) => {
    const name = each.name === "Property" ? each.getChild("PropertyName") : null;
    return name !== null && JSON.parse(text.slice(name.from, name.to)) === key;
  });
  if (property === undefined) return undefined;
  const name = property.getChild("PropertyName");
  return { name: name === null ? undefined : range(name), value: valueIn(property) };
}

function valueIn(node: Node): Node | undefined {
  return children(node).find(({ name }) => isValue(name));
}

const values: ReadonlySet<string> = new Set([
  "True",
  "False",
  "Null",
  "Number",
  "String",
  "Object",
  "Array",
]);

function isValue(name: string): boolean {
  return values.has(name);
}

function children(node: Node): Node[] {
  const found: Node[] = [];
  for (let next = node.firstChild; next !== null; next = next.nextSibling) found.push(next);
  return found;
}

function range({ from, to }: Node): TextRange {
  return { from, to };
}

/** The offset of a place whose line and column count from 1, columns in code points. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const before = lines.slice(0, line - 1).join("").length;
  return before + [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
}
