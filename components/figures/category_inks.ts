import { faultColours } from "../fault_colours.ts";

/** What a chart calls all categories beyond the most frequent ones. */
export const together = "…";

/** The class of the colour of each category; all that are taken together are pale, whatever they are. */
export function categoryInks(names: readonly string[]): string[] {
  const colours = faultColours(names.filter((name) => name !== together));
  return names.map((name) => colours.get(name) ?? "low-ink");
}
