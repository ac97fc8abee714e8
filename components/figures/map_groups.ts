import type { Figure } from "@/pipeline/cells/figure.ts";
import { type CategoryColour, faultColours } from "../fault_colours.ts";

/** A figure of rows on a plane. */
export type MapData = Extract<Figure, { type: "map" }> & {
  /** A colour for each category, where they are chosen; else by the names. */
  readonly fills?: readonly CategoryColour[];
};

/** Points of one colour and shape, which the legend names together. */
export interface MapGroup {
  /** Empty where the colour tells nothing. */
  readonly name: string;
  /** The ink as CSS names it. */
  readonly ink: string;
  /** The class of its legend's square. */
  readonly fill: string;
  readonly shape: Shape;
  /** Indices of its points. */
  readonly points: readonly number[];
}

/** After eight colours, shapes tell categories of one colour apart. */
export type Shape = "dot" | "cross" | "plus";

const shapes: readonly Shape[] = ["dot", "cross", "plus"];
const colours = 8;

/** Steps of the scale of shades for numbers: `q3` to `q9`. */
const shades = 7;

/** The points of a map by what their colour tells. */
export function mapGroups({ points, colour, fills: chosen }: MapData): MapGroup[] {
  const all = Array.from(points.rows.keys());
  if (colour === null) {
    return [{ name: "", ink: "var(--mark)", fill: "mark", shape: "dot", points: all }];
  }
  if (colour.by === "number") return shadeGroups(colour.values);
  const members = colour.names.map((): number[] => []);
  for (const [point, code] of colour.codes.entries()) members[code]?.push(point);
  const fills = fillsOf(colour, chosen);
  let coloured = 0;
  return colour.names.map((name, code) => {
    if (code === colour.unknown) {
      return { name, ink: "var(--text)", fill: "ink", shape: "cross", points: members[code] ?? [] };
    }
    const fill = fills[code] ?? "c0";
    const order = fill === "c0" ? 0 : coloured++;
    return {
      name,
      ink: `var(--${fill})`,
      fill,
      shape: shapes[Math.floor(order / colours) % shapes.length] ?? "dot",
      points: members[code] ?? [],
    };
  });
}

/** The points that stand back, those of each category together. */
export function backgroundGroups(
  { background, colour, fills: chosen }: MapData,
): { readonly ink: string; readonly points: readonly number[] }[] {
  if (background === undefined || colour?.by !== "category") return [];
  const fills = fillsOf(colour, chosen);
  return colour.names.map((_, code) => ({
    ink: `var(--${fills[code] ?? "c0"})`,
    points: Array.from(background.codes.keys()).filter((point) => background.codes[point] === code),
  })).filter(({ points }) => points.length > 0);
}

type CategoryColours = Extract<NonNullable<MapData["colour"]>, { by: "category" }>;

/** What is no class takes no colour from the classes. */
function fillsOf(
  { names, unknown }: CategoryColours,
  chosen: readonly CategoryColour[] | undefined,
): readonly CategoryColour[] {
  if (chosen !== undefined) return chosen;
  const colours = faultColours(names.filter((_, code) => code !== unknown));
  return names.map((name) => colours.get(name) ?? "c0");
}

/** As many different values in each shade, so that one extreme value does not make all others look alike. */
function shadeGroups(values: readonly (number | null)[]): MapGroup[] {
  const known = [...new Set(values.filter((value) => value !== null))].sort((a, b) => a - b);
  const limits = Array.from(
    { length: shades - 1 },
    (_, shade) => known[Math.floor((shade + 1) * known.length / shades)] ?? 0,
  );
  const members = Array.from({ length: shades + 1 }, (): number[] => []);
  for (const [point, value] of values.entries()) {
    const shade = value === null ? shades : limits.filter((limit) => value >= limit).length;
    members[shade]?.push(point);
  }
  return members.map((points, shade) => {
    const colour = shade === shades ? "c0" : `q${shade + 10 - shades}`;
    return { name: "", ink: `var(--${colour})`, fill: colour, shape: "dot" as const, points };
  }).filter(({ points }) => points.length > 0);
}

/** What the colour says of one point; undefined where it says nothing. */
export function colourValue(
  { colour }: MapData,
  point: number,
): string | number | null | undefined {
  if (colour === null) return undefined;
  if (colour.by === "number") return colour.values[point] ?? null;
  return colour.names[colour.codes[point] ?? -1];
}
