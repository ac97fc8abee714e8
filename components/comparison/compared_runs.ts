import type { CellScores, PastRun, RunsAnswer } from "@/web/run_schema.ts";

/** A run that is compared with others, under its letter. */
export interface ComparedRun {
  /** `A` is what the others are held against. */
  readonly letter: string;
  /** Where it stands among all runs that were listed. */
  readonly place: number;
  readonly run: PastRun;
}

/** One that scored something. */
export function isScored({ scores }: Pick<PastRun, "scores">): boolean {
  return scores.length > 0;
}

/** The cell whose score stands for a run: its last evaluation, else the last that was scored. */
export function headline({ scores }: Pick<PastRun, "scores">): CellScores | undefined {
  return scores.findLast(({ kind }) => kind === "evaluate") ?? scores.at(-1);
}

/** A score of a cell by its name. */
export function scoreOf(
  cell: Pick<CellScores, "scores"> | undefined,
  name: string,
): CellScores["scores"][number] | undefined {
  return cell?.scores.find((score) => score.name === name);
}

/**
 * Which runs to begin with: the newest that was scored against the newest before it whose results were others, the
 * older one first.
 */
export function firstChoice(runs: readonly PastRun[]): number[] {
  const newest = runs.findIndex(isScored);
  const keys = (run: PastRun | undefined): string =>
    JSON.stringify(run?.scores.map(({ key }) => key) ?? []);
  const other = runs.findIndex((run, place) =>
    place > newest && isScored(run) && keys(run) !== keys(runs[newest])
  );
  if (newest < 0) return [];
  return other < 0 ? [newest] : [other, newest];
}

/** The chosen runs under their letters, the baseline first, the others from old to new. */
export function lettered(
  runs: readonly PastRun[],
  chosen: readonly number[],
  baseline: number | undefined,
): ComparedRun[] {
  const others = chosen.filter((place) => place !== baseline).toSorted((a, b) => b - a);
  const ordered = baseline !== undefined && chosen.includes(baseline)
    ? [baseline, ...others]
    : others;
  return ordered.flatMap((place, order) => {
    const run = runs[place];
    return run === undefined ? [] : [{ letter: String.fromCharCode(65 + order), place, run }];
  });
}

/** A setting in which compared runs differ. */
export interface Difference {
  readonly cell: string;
  readonly kind: string;
  readonly param: string;
  /** One a compared run. */
  readonly values: readonly unknown[];
}

/** What is part of another difference, and says nothing to people. */
const noise = /\.content\.(bytes|media)$/;

/** The settings in which these runs differ; of a file, its name unless only its content is another. */
export function differencesAmong(
  { differences }: Pick<RunsAnswer, "differences">,
  compared: readonly ComparedRun[],
): Difference[] {
  const differing = differences.map(({ values, ...setting }) => ({
    ...setting,
    values: compared.map(({ place }) => values[place] ?? null),
  })).filter(({ param, values }) =>
    !noise.test(param) && new Set(values.map((value) => JSON.stringify(value))).size > 1
  );
  return differing.filter(({ cell, param }) => {
    const name = param.replace(/\.content\.sha256$/, ".name");
    return name === param ||
      !differing.some((other) => other.cell === cell && other.param === name);
  });
}
