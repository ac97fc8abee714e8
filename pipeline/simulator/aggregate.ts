/** The largest `value` of the items; NaN of none. */
export function max<Item>(items: readonly Item[], value: (item: Item) => number): number {
  let most = NaN;
  for (const item of items) {
    const found = value(item);
    if (!(found <= most)) most = found;
  }
  return most;
}

/** The smallest `value` of the items; NaN of none. */
export function min<Item>(items: readonly Item[], value: (item: Item) => number): number {
  let least = NaN;
  for (const item of items) {
    const found = value(item);
    if (!(found >= least)) least = found;
  }
  return least;
}

/** The sum of `value` over the items; NaN of none, as a monitoring server has it. */
export function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  if (items.length === 0) return NaN;
  let total = 0;
  for (const item of items) total += value(item);
  return total;
}

/** The mean `value` of the items; NaN of none. */
export function mean<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return sum(items, value) / items.length;
}
