/** Points that share one value of the isotonic regression. */
export interface IsotonicBlock {
  /** The mean x of its points. */
  readonly x: number;
  /** The mean y of its points. */
  readonly y: number;
  /** How many points there are. */
  readonly weight: number;
}

/**
 * The non-decreasing step function closest to the points in least squares, as blocks of ascending x, by the
 * pool-adjacent-violators algorithm (Barlow et al., "Statistical inference under order restrictions", 1972).
 * Points of equal x share a block. The values are those of scikit-learn's `IsotonicRegression`.
 */
export function isotonicRegression(x: Float32Array, y: Float64Array): IsotonicBlock[] {
  const order = Uint32Array.from(x.keys()).sort((a, b) => x[a]! - x[b]!);
  const blocks: IsotonicBlock[] = [];
  for (let position = 0; position < order.length;) {
    const at = x[order[position]!]!;
    let sum = 0, weight = 0;
    for (; position < order.length && x[order[position]!] === at; position++, weight++) {
      sum += y[order[position]!]!;
    }
    push(blocks, { x: at, y: sum / weight, weight }, (below, above) => below.y >= above.y);
  }
  return blocks;
}

/**
 * The blocks with neighbours pooled until none rises by more than `slope` × the distance of their x. Where
 * few points make a cliff, it says more of chance than of the curve, and a rounding of x would show in y.
 */
export function withoutCliffs(blocks: readonly IsotonicBlock[], slope: number): IsotonicBlock[] {
  const gentle: IsotonicBlock[] = [];
  for (const block of blocks) {
    push(gentle, block, (below, above) => above.y - below.y > slope * (above.x - below.x));
  }
  return gentle;
}

/** Puts a block on the stack and pools the topmost two while they violate. */
function push(
  blocks: IsotonicBlock[],
  block: IsotonicBlock,
  violate: (below: IsotonicBlock, above: IsotonicBlock) => boolean,
): void {
  let top = block;
  for (let below = blocks.at(-1); below && violate(below, top); below = blocks.at(-1)) {
    blocks.pop();
    const weight = below.weight + top.weight;
    const share = top.weight / weight;
    top = {
      x: below.x + (top.x - below.x) * share,
      y: below.y + (top.y - below.y) * share,
      weight,
    };
  }
  blocks.push(top);
}
