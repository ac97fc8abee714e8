/** Where and with what weights a quadrature looks at a function on [0, 1]. */
export interface Quadrature {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The Gauss–Legendre rule on [0, 1]: with `count` points it integrates every polynomial of degree
 * 2·count − 1 or less exactly. The points lie inside (0, 1), the weights are positive and sum to 1.
 */
export function gaussLegendre(count: number): Quadrature {
  const points = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    let root = Math.cos(Math.PI * (index + 0.75) / (count + 0.5));
    let slope = 1;
    // Newton's method from this start converges quadratically; a few rounds reach the last bit.
    for (let round = 0; round < 8; round++) {
      const { value, derivative } = legendre(count, root);
      slope = derivative;
      root -= value / derivative;
    }
    points[index] = (1 - root) / 2;
    weights[index] = 1 / ((1 - root * root) * slope * slope);
  }
  return { points, weights };
}

/** The Legendre polynomial of a degree of at least 1, and its derivative, at `x` inside (−1, 1). */
function legendre(degree: number, x: number): { value: number; derivative: number } {
  let before = 1, value = x;
  for (let order = 2; order <= degree; order++) {
    const next = ((2 * order - 1) * x * value - (order - 1) * before) / order;
    before = value;
    value = next;
  }
  return { value, derivative: degree * (x * value - before) / (x * x - 1) };
}
