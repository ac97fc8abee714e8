import { isNormalLabel } from "@/pipeline/table/normal_label.ts";

/** The CSS class of a category's colour: `c0` is "normal", `c1` to `c8` are faults. */
export type CategoryColour = `c${number}`;

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
    ) => [name, isNormalLabel(name) ? "c0" : `c${1 + next++ % colours}` as const]),
  );
  return new Map(classes.map((name) => [name, byName.get(name) ?? "c0"]));
}
