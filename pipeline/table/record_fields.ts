const lineFeed = 10;
const carriageReturn = 13;

/** The signs of a CSV file as character codes. */
export interface FieldSigns {
  readonly delimiter: number;
  readonly quote: number;
}

/**
 * Reads the fields of the record that starts at `from` into `fields`, quotes removed (RFC 4180), and returns
 * where the next record starts. Lenient: text behind a closing quote belongs to the field, an unclosed quote
 * goes on to the end. Whether a record is well-formed is for `RecordScanner` to say.
 */
export function readFields(
  text: string,
  from: number,
  { delimiter, quote }: FieldSigns,
  fields: string[],
): number {
  fields.length = 0;
  for (let at = from;;) {
    let value = "";
    if (text.charCodeAt(at) === quote) {
      let start = at + 1;
      for (;;) {
        const close = text.indexOf(text[at]!, start);
        if (close < 0) {
          fields.push(value + text.slice(start));
          return text.length;
        }
        if (text.charCodeAt(close + 1) !== quote) {
          value += text.slice(start, close);
          at = close + 1;
          break;
        }
        value += text.slice(start, close + 1);
        start = close + 2;
      }
    }
    const start = at;
    let code = text.charCodeAt(at);
    while (code !== delimiter && code !== lineFeed && code !== carriageReturn && at < text.length) {
      code = text.charCodeAt(++at);
    }
    fields.push(value === "" ? text.slice(start, at) : value + text.slice(start, at));
    if (at >= text.length) return text.length;
    at++;
    if (code === delimiter) continue;
    return code === carriageReturn && text.charCodeAt(at) === lineFeed ? at + 1 : at;
  }
}

/** The first records of `text`, at most `limit`, blank lines left out. */
export function firstRecords(text: string, signs: FieldSigns, limit: number): string[][] {
  const records: string[][] = [];
  for (let at = 0; at < text.length && records.length < limit;) {
    const fields: string[] = [];
    at = readFields(text, at, signs, fields);
    if (fields.length > 1 || fields[0] !== "") records.push(fields);
  }
  return records;
}
