/** A text as searching and sorting see it: without case and accents, and in compatibility forms. */
export function foldText(text: string): string {
  // deno-lint-ignore no-control-regex
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * A key whose order by UTF-16 units is the order for people: `Host 9` before `host 10`. Every run of digits
 * follows a sign that stands for its length without leading zeros.
 */
export function textOrderKey(text: string): string {
  return foldText(text).replace(/\d+/g, (digits) => {
    const bare = digits.replace(/^0+(?=.)/, "");
    return `0${String.fromCharCode(Math.min(bare.length, 0xd7ff))}${bare}`;
  });
}
