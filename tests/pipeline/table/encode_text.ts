/**
 * Text in an encoding of at most two bytes a character, or UTF-16: what the platform can only decode, turned
 * around. Throws for a character the encoding does not have.
 */
export function encodeText(text: string, encoding: string): Uint8Array {
  if (encoding.startsWith("utf-16")) return encodeUtf16(text, encoding === "utf-16le");
  const codes = characterCodes(encoding);
  return Uint8Array.from([...text].flatMap((character) => {
    const code = codes.get(character);
    if (code === undefined) throw new Error(`${encoding} has no "${character}".`);
    return code;
  }));
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) {
    view.setUint16(2 * index, text.charCodeAt(index), littleEndian);
  }
  return bytes;
}

const tables = new Map<string, Map<string, number[]>>();

function characterCodes(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const codes = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  const add = (...bytes: number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== "\ufffd" && !codes.has(text)) codes.set(text, bytes);
  };
  for (let first = 0; first < 256; first++) add(first);
  for (let first = 0x80; first < 256; first++) {
    for (let second = 0x40; second < 256; second++) add(first, second);
  }
  tables.set(encoding, codes);
  return codes;
}
