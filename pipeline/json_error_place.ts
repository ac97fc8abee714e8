/** A place in a text; both count from 1, columns in code points. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/**
 * Where `text` stops being JSON (RFC 8259), undefined where all of it is. `JSON.parse` does not always say. A
 * text in quotes that never ends is reported where it begins.
 */
export function jsonErrorPlace(text: string): TextPlace | undefined {
  const offset = new JsonScanner(text).errorOffset();
  if (offset === undefined) return undefined;
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
}

/** What may come next. */
type Expected = "value" | "value or ]" | "name" | "name or }" | "colon" | "comma or end";

class JsonScanner {
  private offset = 0;
  private readonly open: ("[" | "{")[] = [];

  constructor(private readonly text: string) {}

  errorOffset(): number | undefined {
    let expected: Expected = "value";
    for (;;) {
      this.skip(/[ \t\n\r]*/y);
      if (expected === "comma or end" && this.open.length === 0) {
        return this.offset === this.text.length ? undefined : this.offset;
      }
      const next: Expected | undefined = this.step(expected);
      if (next === undefined) return this.offset;
      expected = next;
    }
  }

  /** Reads one token; undefined where it is none that may stand here. */
  private step(expected: Expected): Expected | undefined {
    const character = this.text[this.offset];
    switch (expected) {
      case "name or }":
        return character === "}" ? this.close() : this.name();
      case "name":
        return this.name();
      case "colon":
        return this.skip(/:/y) ? "value" : undefined;
      case "value or ]":
        return character === "]" ? this.close() : this.value();
      case "value":
        return this.value();
      case "comma or end": {
        const inList = this.open.at(-1) === "[";
        if (this.skip(/,/y)) return inList ? "value" : "name";
        return character === (inList ? "]" : "}") ? this.close() : undefined;
      }
    }
  }

  private name(): Expected | undefined {
    return this.skipString() ? "colon" : undefined;
  }

  private value(): Expected | undefined {
    const character = this.text[this.offset];
    if (character === "{" || character === "[") {
      this.open.push(character);
      this.offset++;
      return character === "{" ? "name or }" : "value or ]";
    }
    const isWhole = this.skipString() ||
      this.skip(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
    return isWhole ? "comma or end" : undefined;
  }

  private close(): Expected {
    this.open.pop();
    this.offset++;
    return "comma or end";
  }

  private skipString(): boolean {
    if (this.text[this.offset] !== '"') return false;
    const start = this.offset++;
    // Piece by piece, since one pattern for all of a long string would exhaust the stack of the matcher.
    while (
      this.skip(/[ !#-[\]-\uffff]{1,1000}/y) || this.skip(/\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y)
    ) {
      if (this.text[this.offset] === '"') break;
    }
    if (this.skip(/"/y)) return true;
    if (this.offset === this.text.length) this.offset = start;
    return false;
  }

  /** Moves behind a match of a sticky pattern. */
  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.offset;
    if (!pattern.test(this.text)) return false;
    this.offset = pattern.lastIndex;
    return true;
  }
}
