/**
 * How much alike repeated selections of columns are: 1 where all chose the same, about 0 where they chose
 * by chance (Nogueira, Sechidis & Brown, "On the stability of feature selection algorithms", 2018). null
 * where that cannot be said: fewer than two selections, or all or none of the columns chosen.
 *
 * @param shares Of each of d columns, the share of the selections that chose it.
 * @param selections How many selections there were.
 */
export function selectionStability(shares: ArrayLike<number>, selections: number): number | null {
  const columns = shares.length;
  let chosen = 0, variance = 0;
  for (let column = 0; column < columns; column++) {
    const share = shares[column]!;
    chosen += share / columns;
    variance += share * (1 - share) * selections / (selections - 1) / columns;
  }
  const byChance = chosen * (1 - chosen);
  return selections < 2 || byChance <= 0 ? null : 1 - variance / byChance;
}
