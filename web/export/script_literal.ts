const width = 100;

/** Letters that end a line, turn the direction of a text or cannot be seen: they never stand in a script as they are. */
const hidden = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** TypeScript that stands in a script as it is. */
export class Expression {
  constructor(readonly code: string) {}
}

/** Plain JSON data, expressions in it, as TypeScript, on one line where it fits behind `taken` letters. */
export function literal(value: unknown, indent = 0, taken = 0): string {
  const flat = flatLiteral(value);
  if (isText(value) && value.includes("\n")) return template(value);
  if (!hasLines(value) && indent + taken + flat.length <= width) return flat;
  if (typeof value !== "object" || value === null || value instanceof Expression) return flat;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const members = Array.isArray(value)
    ? value.map((member) => literal(member, indent + 2, 1))
    : Object.entries(value).map(([name, member]) => {
      const key = keyOf(name);
      return `${key}: ${literal(member, indent + 2, key.length + 3)}`;
    });
  if (members.length === 0) return open + close;
  const inner = " ".repeat(indent + 2);
  const lines = members.map((member) => `${inner}${member},\n`).join("");
  return `${open}\n${lines}${" ".repeat(indent)}${close}`;
}

/** A call as TypeScript, on one line where it fits. */
export function callOf(callee: string, args: readonly unknown[], indent: number): string {
  const flat = `${callee}(${args.map(flatLiteral).join(", ")})`;
  if (indent + flat.length + 1 <= width && !hasLines(args)) return flat;
  const inner = " ".repeat(indent + 2);
  const lines = args.map((arg) => `${inner}${literal(arg, indent + 2, 1)},\n`).join("");
  return `${callee}(\n${lines}${" ".repeat(indent)})`;
}

/** A text as a string of TypeScript, on one line. */
export function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(hidden, escaped);
}

/** A text as lines of a comment: whatever stands in it, it cannot end the comment. */
export function comment(text: string, indent: number): string {
  const start = `${" ".repeat(indent)}//`;
  return text.trim().split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line) => {
    const shown = line.replaceAll("\t", "  ").replaceAll(hidden, escaped).trimEnd();
    return shown === "" ? [start] : wrapped(shown, width - start.length - 1)
      .map((part) => `${start} ${part}`);
  }).map((line) => `${line}\n`).join("");
}

/** Lines of at most `limit` letters, broken behind spaces and Chinese punctuation where there are any. */
function wrapped(text: string, limit: number): string[] {
  // What begins with spaces is laid out already.
  if (text.startsWith(" ")) return [text];
  const lines: string[] = [];
  let line = "";
  for (const part of text.split(/(?<=[ ，。；：、])/)) {
    if (line !== "" && (line + part).trimEnd().length > limit) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += part;
  }
  return [...lines, line.trimEnd()];
}

function flatLiteral(value: unknown): string {
  if (isText(value)) return quoted(value);
  if (value instanceof Expression) return value.code;
  if (Object.is(value, -0)) return "-0";
  if (Array.isArray(value)) return `[${value.map(flatLiteral).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .map(([name, member]) => `${keyOf(name)}: ${flatLiteral(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** A text of several lines as it was written. */
function template(text: string): string {
  const inside = text.replaceAll(/[\\`]|\$(?=\{)/g, "\\$&")
    .replaceAll(hidden, (letter) => letter === "\n" ? letter : escaped(letter))
    .replaceAll(/\p{Surrogate}/gu, escaped);
  return `\`${inside}\``;
}

function keyOf(name: string): string {
  // Written plainly it would set the prototype.
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

function hasLines(value: unknown): boolean {
  if (isText(value)) return value.includes("\n");
  if (value instanceof Expression) return false;
  return typeof value === "object" && value !== null && Object.values(value).some(hasLines);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** An escape that both kinds of strings know. */
function escaped(letter: string): string {
  return [...Array(letter.length).keys()]
    .map((index) => `\\u${letter.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");
}
