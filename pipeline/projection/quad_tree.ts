/** Squares are divided no deeper: points that still share one are taken as one place. */
const maxDepth = 40;

/**
 * Points in the plane in squares within squares, for the repulsion of t-SNE: what is far enough away counts as one
 * (Barnes & Hut 1986; van der Maaten, "Accelerating t-SNE using tree-based algorithms", 2014). The memory is kept
 * from one build to the next.
 */
export class QuadTree {
  private nodes = 0;
  /** Of each node: the first of its four children, 0 where it has none. */
  private children = new Int32Array(0);
  /** How many points it holds. */
  private counts = new Int32Array(0);
  /** Four numbers each: the middle of its points (while it is built their sum), the corner of its square. */
  private places = new Float64Array(0);
  private halves = new Float64Array(0);
  /** The leaf of each point. */
  private readonly leaves: Int32Array;
  private readonly stack = new Int32Array(4 * maxDepth + 8);
  /** What {@linkcode repel} has found. */
  readonly found = { x: 0, y: 0, normaliser: 0 };

  constructor(points: number) {
    this.leaves = new Int32Array(points);
    this.reserve(4 * points + 64);
  }

  /** @param points n×2 row-major */
  build(points: Float64Array): void {
    let left = Infinity, right = -Infinity, bottom = Infinity, top = -Infinity;
    for (let at = 0; at < points.length; at += 2) {
      const x = points[at]!, y = points[at + 1]!;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < bottom) bottom = y;
      if (y > top) top = y;
    }
    this.nodes = 0;
    this.add((left + right) / 2, (bottom + top) / 2, Math.max(right - left, top - bottom) / 2);
    for (let at = 0; at < points.length; at += 2) this.insert(points[at]!, points[at + 1]!);
    for (let node = 0; node < this.nodes; node++) {
      const count = this.counts[node]!;
      if (count === 0) continue;
      this.places[4 * node]! /= count;
      this.places[4 * node + 1]! /= count;
    }
    for (let point = 0; point < this.leaves.length; point++) {
      this.leaves[point] = this.leafAt(points[2 * point]!, points[2 * point + 1]!);
    }
  }

  /**
   * Finds, over all points j but the point i, the sums of (1 + d²)⁻² (yᵢ − yⱼ) and of (1 + d²)⁻¹.
   *
   * @param angle A square counts as one point where its side is at most that share of its distance; 0 is exact.
   */
  repel(points: Float64Array, point: number, angle: number): void {
    const { children, counts, places, halves, stack } = this;
    const x = points[2 * point]!, y = points[2 * point + 1]!;
    const own = this.leaves[point]!;
    const nearness = angle * angle / 4;
    let forceX = 0, forceY = 0, normaliser = 0, depth = 1;
    stack[0] = 0;
    while (depth > 0) {
      const node = stack[--depth]!;
      const count = counts[node]!;
      if (count === 0) continue;
      const dx = x - places[4 * node]!, dy = y - places[4 * node + 1]!;
      const square = dx * dx + dy * dy;
      const half = halves[node]!;
      const first = children[node]!;
      if (first === 0 || half * half < nearness * square) {
        const weight = 1 / (1 + square);
        const pull = (node === own ? count - 1 : count) * weight;
        normaliser += pull;
        forceX += pull * weight * dx;
        forceY += pull * weight * dy;
      } else {
        stack[depth++] = first;
        stack[depth++] = first + 1;
        stack[depth++] = first + 2;
        stack[depth++] = first + 3;
      }
    }
    this.found.x = forceX;
    this.found.y = forceY;
    this.found.normaliser = normaliser;
  }

  private insert(x: number, y: number): void {
    let node = 0;
    for (let depth = 0; !this.isPlaceOf(node, x, y) && depth < maxDepth; depth++) {
      if (this.children[node] === 0) this.divide(node);
      this.take(node, 1, x, y);
      node = this.childAt(node, x, y);
    }
    this.take(node, 1, x, y);
  }

  /** Whether a leaf holds no other place than that one. */
  private isPlaceOf(node: number, x: number, y: number): boolean {
    if (this.children[node] !== 0) return false;
    const count = this.counts[node]!;
    return count === 0 ||
      this.places[4 * node] === count * x && this.places[4 * node + 1] === count * y;
  }

  /** Gives a leaf four children, one of which takes its points. */
  private divide(node: number): void {
    const half = this.halves[node]! / 2;
    const x = this.places[4 * node + 2]!, y = this.places[4 * node + 3]!;
    const first = this.add(x - half, y - half, half);
    this.add(x + half, y - half, half);
    this.add(x - half, y + half, half);
    this.add(x + half, y + half, half);
    this.children[node] = first;
    const count = this.counts[node]!;
    const sumX = this.places[4 * node]!, sumY = this.places[4 * node + 1]!;
    this.take(this.childAt(node, sumX / count, sumY / count), count, sumX, sumY);
  }

  private take(node: number, count: number, sumX: number, sumY: number): void {
    this.counts[node]! += count;
    this.places[4 * node]! += sumX;
    this.places[4 * node + 1]! += sumY;
  }

  private childAt(node: number, x: number, y: number): number {
    return this.children[node]! + (x > this.places[4 * node + 2]! ? 1 : 0) +
      (y > this.places[4 * node + 3]! ? 2 : 0);
  }

  private leafAt(x: number, y: number): number {
    let node = 0;
    while (this.children[node] !== 0) node = this.childAt(node, x, y);
    return node;
  }

  private add(x: number, y: number, half: number): number {
    const node = this.nodes++;
    if (node === this.counts.length) this.reserve(2 * node);
    this.children[node] = 0;
    this.counts[node] = 0;
    this.places[4 * node] = 0;
    this.places[4 * node + 1] = 0;
    this.places[4 * node + 2] = x;
    this.places[4 * node + 3] = y;
    this.halves[node] = half;
    return node;
  }

  private reserve(capacity: number): void {
    const grown = <Numbers extends Int32Array | Float64Array>(
      to: Numbers,
      from: Numbers,
    ): Numbers => {
      to.set(from);
      return to;
    };
    this.children = grown(new Int32Array(capacity), this.children);
    this.counts = grown(new Int32Array(capacity), this.counts);
    this.places = grown(new Float64Array(4 * capacity), this.places);
    this.halves = grown(new Float64Array(capacity), this.halves);
  }
}
