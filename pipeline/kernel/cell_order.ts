/**
 * The fewest of the ids in both lists that have to be moved to get from the order of `before` to that of
 * `after`: all but a longest run that kept its order.
 */
export function movedIds(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(before.map((id, index) => [id, index]));
  const common = after.filter((id) => places.has(id));
  const staying = longestRise(common.map((id) => places.get(id) ?? 0));
  return new Set(common.filter((_, index) => !staying.has(index)));
}

/**
 * The order of the `kept` ids after both sides have put them in an order of their own. What neither has moved
 * keeps its place; what one has moved or added follows what it follows there; what both have moved goes where
 * `mine` has it.
 */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  kept: ReadonlySet<string>,
): string[] {
  const isMine = new Set([...movedIds(base, mine), ...without(mine, base)]);
  const isTheirs = new Set([...movedIds(base, theirs), ...without(theirs, base)]);
  const isFixed = (id: string): boolean => !isMine.has(id) && !isTheirs.has(id);
  const myGroups = groupsAfter(mine.filter((id) => kept.has(id)), isFixed, (id) => isMine.has(id));
  const theirGroups = groupsAfter(
    theirs.filter((id) => kept.has(id)),
    isFixed,
    (id) => isTheirs.has(id) && !isMine.has(id),
  );
  const fixed = base.filter((id) => kept.has(id) && isFixed(id));
  return [undefined, ...fixed].flatMap((anchor) => {
    const groups = [myGroups.get(anchor) ?? [], theirGroups.get(anchor) ?? []];
    // By name, so that it does not matter who comes first.
    groups.sort(([a = ""], [b = ""]) => a < b ? -1 : 1);
    return [...(anchor === undefined ? [] : [anchor]), ...groups.flat()];
  });
}

function without(ids: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return ids.filter((id) => !known.has(id));
}

/** The ids that `isWanted`, by the last fixed one before them. */
function groupsAfter(
  ids: readonly string[],
  isFixed: (id: string) => boolean,
  isWanted: (id: string) => boolean,
): Map<string | undefined, string[]> {
  const groups = new Map<string | undefined, string[]>();
  let anchor: string | undefined;
  for (const id of ids) {
    if (isFixed(id)) anchor = id;
    else if (isWanted(id)) groups.set(anchor, [...groups.get(anchor) ?? [], id]);
  }
  return groups;
}

/** The indices of a longest rising subsequence, by patience sorting. */
function longestRise(values: readonly number[]): Set<number> {
  /** The index of the lowest value that ends a rise of each length. */
  const ends: number[] = [];
  const former: (number | undefined)[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    former[index] = ends[low - 1];
    ends[low] = index;
  });
  const rise = new Set<number>();
  let index: number | undefined = ends.at(-1);
  while (index !== undefined) {
    rise.add(index);
    index = former[index];
  }
  return rise;
}
