/** Points that were joined step by step until one cluster was left. */
export interface Merges {
  readonly points: number;
  /** The n − 1 joins, the cheapest first; each names a point of either side. */
  readonly joins: readonly { readonly first: number; readonly second: number }[];
}

/** n×n squared distances of n×`width` points, row-major. */
export function squaredDistances(points: Float32Array, width: number): Float32Array {
  const count = points.length / width;
  const squares = new Float32Array(count * count);
  for (let row = 0; row < count; row++) {
    for (let other = 0; other < row; other++) {
      let sum = 0;
      for (let index = 0; index < width; index++) {
        const difference = points[row * width + index]! - points[other * width + index]!;
        sum += difference * difference;
      }
      squares[row * count + other] = squares[other * count + row] = sum;
    }
  }
  return squares;
}

/**
 * Joins points by Ward's criterion (Ward, "Hierarchical grouping to optimize an objective function", 1963) along
 * chains of nearest neighbours (Murtagh, "A survey of recent advances in hierarchical clustering algorithms", 1983).
 *
 * @param squares n×n squared distances
 */
export function wardMerges(squares: Float32Array): Merges {
  const count = Math.sqrt(squares.length);
  const costs = squares.slice();
  const sizes = new Int32Array(count).fill(1);
  const isOpen = new Uint8Array(count).fill(1);
  const joins: { first: number; second: number; cost: number }[] = [];
  const chain: number[] = [];
  for (let start = 0; joins.length < count - 1;) {
    if (chain.length === 0) {
      while (isOpen[start] === 0) start++;
      chain.push(start);
    }
    const last = chain.at(-1)!, before = chain.at(-2) ?? -1;
    // A tie goes to where the chain comes from, or it would never end.
    let nearest = before, cost = before < 0 ? Infinity : costs[last * count + before]!;
    for (let other = 0; other < count; other++) {
      if (isOpen[other] === 0 || other === last || costs[last * count + other]! >= cost) continue;
      nearest = other;
      cost = costs[last * count + other]!;
    }
    if (nearest !== before) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    joins.push({ first: last, second: before, cost });
    join(costs, sizes, isOpen, last, before);
  }
  return { points: count, joins: joins.sort((a, b) => a.cost - b.cost) };
}

/** Makes `into` the union of both, by the formula of Lance and Williams. */
function join(
  costs: Float32Array,
  sizes: Int32Array,
  isOpen: Uint8Array,
  from: number,
  into: number,
): void {
  const count = sizes.length;
  const [m, n] = [sizes[from]!, sizes[into]!];
  const between = costs[from * count + into]!;
  isOpen[from] = 0;
  for (let other = 0; other < count; other++) {
    if (isOpen[other] === 0 || other === into) continue;
    const size = sizes[other]!;
    const cost = ((m + size) * costs[from * count + other]! +
      (n + size) * costs[into * count + other]! - size * between) / (m + n + size);
    costs[into * count + other] = costs[other * count + into] = cost;
  }
  sizes[into] = m + n;
}

/** The cluster of each point, from 0, where the last `clusters` − 1 joins are undone. */
export function cutInto({ points, joins }: Merges, clusters: number): Int32Array {
  const parents = Int32Array.from({ length: points }, (_, point) => point);
  const rootOf = (point: number): number => {
    let root = point;
    while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!;
    return root;
  };
  for (const { first, second } of joins.slice(0, points - clusters)) {
    parents[rootOf(first)] = rootOf(second);
  }
  const numbers = new Map<number, number>();
  return parents.map((_, point) => {
    const root = rootOf(point);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
}

/**
 * How well clusters stand apart, from −1 to 1 (Rousseeuw, "Silhouettes: a graphical aid to the interpretation and
 * validation of cluster analysis", 1987); a point alone counts 0.
 *
 * @param squares n×n squared distances
 */
export function silhouette(squares: Float32Array, clusterOf: Int32Array): number {
  const count = clusterOf.length;
  const clusters = 1 + clusterOf.reduce((most, each) => Math.max(most, each), 0);
  const sizes = new Int32Array(clusters);
  for (const cluster of clusterOf) sizes[cluster]!++;
  let whole = 0;
  const sums = new Float64Array(clusters);
  for (let point = 0; point < count; point++) {
    const own = clusterOf[point]!;
    if (sizes[own]! < 2) continue;
    sums.fill(0);
    for (let other = 0; other < count; other++) {
      sums[clusterOf[other]!]! += Math.sqrt(squares[point * count + other]!);
    }
    const within = sums[own]! / (sizes[own]! - 1);
    let between = Infinity;
    for (let cluster = 0; cluster < clusters; cluster++) {
      if (cluster !== own) between = Math.min(between, sums[cluster]! / sizes[cluster]!);
    }
    const widest = Math.max(within, between);
    if (widest > 0) whole += (between - within) / widest;
  }
  return whole / count;
}
