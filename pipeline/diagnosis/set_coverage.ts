/** How prediction sets did on rows whose class is known. */
export interface SetCoverage {
  readonly rows: number;
  /** The share of the rows whose set holds their class. */
  readonly coverage: number;
  /** Classes in a set, on average. */
  readonly mean_size: number;
  /** The share of the sets that hold nothing. */
  readonly empty_share: number;
}

/** {@linkcode SetCoverage} of all rows and of those of each class that occurs. */
export interface SetReport extends SetCoverage {
  /** The share of misses that was accepted, for every class. */
  readonly error_rate: number;
  readonly per_class: readonly (SetCoverage & { readonly class: string })[];
}

/** Counts, row by row, how prediction sets did. */
export class SetTally {
  private readonly counts: { rows: number; covered: number; members: number; empty: number }[];

  constructor(private readonly classes: readonly string[], private readonly errorRate: number) {
    this.counts = classes.map(() => ({ rows: 0, covered: 0, members: 0, empty: 0 }));
  }

  /** Counts a row of the class `truth` whose set is 1 where a class is in it. */
  add(truth: number, set: Uint8Array): void {
    const count = this.counts[truth];
    if (count === undefined) return;
    let size = 0;
    for (const inSet of set) size += inSet;
    count.rows++;
    count.covered += set[truth] ?? 0;
    count.members += size;
    if (size === 0) count.empty++;
  }

  /** null where no row was counted. */
  report(): SetReport | null {
    const all = { rows: 0, covered: 0, members: 0, empty: 0 };
    for (const { rows, covered, members, empty } of this.counts) {
      all.rows += rows;
      all.covered += covered;
      all.members += members;
      all.empty += empty;
    }
    if (all.rows === 0) return null;
    return {
      error_rate: this.errorRate,
      ...sharesOf(all),
      per_class: this.classes.flatMap((name, code) => {
        const count = this.counts[code];
        return count && count.rows > 0 ? [{ class: name, ...sharesOf(count) }] : [];
      }),
    };
  }
}

function sharesOf(
  { rows, covered, members, empty }: {
    rows: number;
    covered: number;
    members: number;
    empty: number;
  },
): SetCoverage {
  return {
    rows,
    coverage: covered / rows,
    mean_size: members / rows,
    empty_share: empty / rows,
  };
}
