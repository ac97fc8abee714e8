import { faultColours } from "../fault_colours.ts";
import { together } from "./category_inks.ts";

/** The colours of some series: `reference` is for what others are held against, and for all others together. */
export type SeriesColour = "mark" | "accent" | "reference" | `c${number}`;

/**
 * The colours of series that lie over one another: one alone is the accent; of two, the first is grey as what
 * was before; more are categories, by their names.
 */
export function seriesColours(names: readonly string[]): SeriesColour[] {
  if (names.length === 1) return ["accent"];
  if (names.length === 2) return ["c0", "accent"];
  const colours = faultColours(names.filter((name) => name !== together));
  return names.map((name) => colours.get(name) ?? "reference");
}

/** A colour as SVG attributes name it. */
export function inkOf(colour: SeriesColour): string {
  return colour === "reference" ? "var(--line-2)" : `var(--${colour})`;
}

/** A colour as the class of an SVG element that is filled with it. */
export function fillClass(colour: SeriesColour): string {
  return colour === "accent" || colour === "reference" ? `${colour}-ink` : colour;
}
