import type { Random } from "../random.ts";

/**
 * A number with mean 0 and standard deviation 1 from a bell-shaped curve within ±3: the sum of three
 * uniform numbers (Irwin–Hall). Three times as fast as a normal number, and without its rare extremes.
 */
export function bell(random: Random): number {
  return 2 * (random.next() + random.next() + random.next() - 1.5);
}
