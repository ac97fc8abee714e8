import type { Figure } from "@/pipeline/cells/figure.ts";

/** The dots of one line of a beeswarm. */
export type Swarm = Extract<Figure, { type: "beeswarm" }>["swarms"][number];

/** Dots that are nearer than this many pixels along the axis stand above one another. */
const crowding = 3;

/** How far dots of a pile are apart, as long as there is room. */
const apart = 2.5;

/** Where the dots of a swarm stand: along the axis as given, piled up about the middle where they crowd. */
export function swarmPlaces(
  along: readonly number[],
  height: number,
): readonly { readonly x: number; readonly y: number }[] {
  const piles = new Map<number, number>();
  const pileOf = (x: number): number => Math.round(x / crowding);
  for (const x of along) piles.set(pileOf(x), (piles.get(pileOf(x)) ?? 0) + 1);
  const used = new Map<number, number>();
  return along.map((x) => {
    const pile = pileOf(x);
    const position = used.get(pile) ?? 0;
    used.set(pile, position + 1);
    const step = Math.min(apart, (height - 4) / Math.max(1, (piles.get(pile) ?? 1) - 1));
    // 0, 1, −1, 2, −2, … steps from the middle.
    const steps = position % 2 === 0 ? -position / 2 : (position + 1) / 2;
    return { x, y: height / 2 + steps * step };
  });
}

/** The dots of each shade from 0 to {@linkcode darkest}, and those that have none under −1. */
export function shadesOf({ shade }: Swarm): ReadonlyMap<number, readonly number[]> {
  const dots = new Map<number, number[]>();
  for (const [dot, value] of shade.entries()) {
    const key = value === null ? -1 : Math.round(value * darkest);
    const known = dots.get(key);
    if (known) known.push(dot);
    else dots.set(key, [dot]);
  }
  return dots;
}

const darkest = 6;

/** The colour of a shade of {@linkcode shadesOf}. */
export function shadeInk(shade: number): string {
  return shade < 0 ? "var(--c0)" : `var(--q${shade + 9 - darkest})`;
}
