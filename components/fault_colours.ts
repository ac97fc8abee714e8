/** The CSS class of a category's colour: `c0` is "normal", `c1` to `c8` are faults. */
export type CategoryColour = `c${number}`;

const normalNames = /^(normal|healthy|ok|no fault|none|正常|健康|无故障)$/i;
const colours = 8;
const byAlphabet = new Intl.Collator("en", { numeric: true });

/**
 * A colour for each class: grey for what is normal, the others by the alphabet, so that all pictures of the same
 * classes agree whatever their order; over again after eight.
 */
export function faultColours(classes: readonly string[]): ReadonlyMap<string, CategoryColour> {
  let next = 0;
  const byName = new Map(
    [...new Set(classes)].sort(byAlphabet.compare).map((
      name,
    ) => [name, normalNames.test(name) ? "c0" : `c${1 + next++ % colours}` as const]),
  );
  return new Map(classes.map((name) => [name, byName.get(name) ?? "c0"]));
}
