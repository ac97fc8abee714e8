/** A name and what was written for it. */
export interface SamplePair {
  readonly name: string;
  readonly raw: string;
}

/** Quoted, or a number with a decimal comma that nothing but a separator follows, or anything up to a separator. */
const value = /\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([+-]?\d+,\d+(?=[\s;,]|$))|([^\s,;]*))/y;

/** Name and equals sign; a name may hold spaces, and anything where it stands in quotes. */
const name = /[\s,;]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^=:]*?))\s*(?:=|:(?!\S*=))/y;

/**
 * The pairs of `cpu=93, mem=0.4` or `cpu: 93`, with spaces, commas, semicolons or line breaks between them; null
 * where the text has none.
 */
export function parsePairs(text: string): SamplePair[] | null {
  const pairs: SamplePair[] = [];
  for (let at = 0; at < text.length;) {
    name.lastIndex = at;
    const named = name.exec(text);
    if (named === null) break;
    value.lastIndex = name.lastIndex;
    const valued = value.exec(text);
    if (valued === null) break;
    at = value.lastIndex;
    const [, inQuotes, inApostrophes, plain] = named;
    const [, ...written] = valued;
    pairs.push({
      name: (inQuotes ?? inApostrophes ?? plain ?? "").trim(),
      raw: written.find((each) => each !== undefined)?.replace(/^([+-]?\d+),(\d+)$/, "$1.$2") ?? "",
    });
  }
  return pairs.length > 0 ? pairs : null;
}
