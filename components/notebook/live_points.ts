import { metricNames, type MetricPoint } from "@/pipeline/metric.ts";

/** The loss of the fold that is trained now, round by round. */
export interface LiveLoss {
  /** From 1; undefined where all rows are learnt from. */
  readonly fold: number | undefined;
  readonly training: readonly MetricPoint[];
  /** Empty where no rows are watched. */
  readonly validation: readonly MetricPoint[];
  /** Where the validation loss was least; undefined where no rows are watched. */
  readonly best: MetricPoint | undefined;
}

/** A fold that is done or under way. */
export interface LiveFold {
  readonly fold: number;
  /** Undefined while it is under way. */
  readonly score: number | undefined;
  readonly rounds: number | undefined;
  readonly seconds: number | undefined;
}

/** The loss that was told last, with all of its fold; undefined where none is told. */
export function liveLoss(points: readonly MetricPoint[]): LiveLoss | undefined {
  const last = points.findLast(({ name }) => isLoss(name));
  if (last === undefined) return undefined;
  const own = points.filter(({ name, fold }) => isLoss(name) && fold === last.fold);
  const validation = own.filter(({ name }) => name === metricNames.validationLoss);
  return {
    fold: last.fold,
    training: own.filter(({ name }) => name === metricNames.trainLoss),
    validation,
    best: validation.reduce<MetricPoint | undefined>(
      (best, point) => best === undefined || point.value < best.value ? point : best,
      undefined,
    ),
  };
}

/** The folds of which something is known, in their order. */
export function liveFolds(points: readonly MetricPoint[]): LiveFold[] {
  const folds = new Map<number, LiveFold>();
  const note = (fold: number, known: Partial<LiveFold>): void => {
    const nothing = { fold, score: undefined, rounds: undefined, seconds: undefined };
    folds.set(fold, { ...nothing, ...folds.get(fold), ...known });
  };
  for (const { name, step, value, fold } of points) {
    if (fold !== undefined && !folds.has(fold)) note(fold, {});
    if (name === metricNames.foldScore) note(step, { score: value });
    else if (name === metricNames.foldRounds) note(step, { rounds: value });
    else if (name === metricNames.foldSeconds) note(step, { seconds: value });
  }
  return [...folds.values()].sort((left, right) => left.fold - right.fold);
}

/** The curves that are neither losses nor scores of folds, by name. */
export function otherCurves(points: readonly MetricPoint[]): Map<string, MetricPoint[]> {
  const { bestScore: _, ...known } = metricNames;
  const names = new Set<string>(Object.values(known));
  return Map.groupBy(points.filter(({ name }) => !names.has(name)), ({ name }) => name);
}

/** The round or epoch that is worked on, as far as the points tell. */
export function latestRound(
  points: readonly MetricPoint[],
): { readonly round: number; readonly fold: number | undefined } | undefined {
  const last = points.findLast(({ name }) => isLoss(name));
  return last && { round: last.step, fold: last.fold };
}

function isLoss(name: string): boolean {
  return name === metricNames.trainLoss || name === metricNames.validationLoss;
}
