import { Random } from "../random.ts";
import { partOf, type RunContext } from "../run_context.ts";
import { WorkerTeam } from "../worker_team.ts";
import type { BinnedTree } from "./boosted_tree.ts";
import type { BoostingData } from "./boosting_data.ts";
import { blockCount } from "./boosting_gradients.ts";
import { type BoostingTask, boostingWork, type ClassTree } from "./boosting_work.ts";
import type { LearningCurve } from "./learning_curve.ts";

/** The trees of each round, one for each of k classes, and how the losses fell. */
export interface Boosted {
  readonly rounds: readonly (readonly BinnedTree[])[];
  /** By the number of rounds, from 0 on. */
  readonly curve: LearningCurve;
}

/** The losses so far. */
interface Losses {
  readonly train: number[];
  readonly validation: number[];
}

/**
 * Boosts for at most `rounds` rounds, as many threads as `data` has areas; with validation rows until their
 * loss has not fallen for `patience` rounds, and keeps the rounds up to the best.
 *
 * @param baseScores What the k scores start from.
 */
export async function boost(
  data: BoostingData,
  baseScores: Float64Array,
  rounds: number,
  patience: number,
  context: RunContext,
): Promise<Boosted> {
  const { rows, classCount, memory, areas } = data;
  const scores = new Float64Array(memory.buffer, data.scores, rows * classCount);
  baseScores.forEach((score, code) => scores.fill(score, code * rows, (code + 1) * rows));
  using team = areas.length > 1
    ? new WorkerTeam<BoostingTask, ClassTree[]>(
      new URL("./boosting_worker.ts", import.meta.url),
      areas.length,
    )
    : undefined;
  const run = team ? team.run.bind(team) : oneAfterTheOther();
  const random = new Random(context.seed);
  const grown: BinnedTree[][] = [];
  const curve: Losses = { train: [], validation: [] };
  let best = 0;
  await run(probabilityTasks(data), partOf(context, 0, 0));
  note(data, curve, context);
  for (let round = 0; round < rounds; round++) {
    const roundContext = partOf(context, round / rounds, (round + 1) / rounds);
    const trees = await run(treeTasks(data, random), partOf(roundContext, 0, 0.9));
    grown.push(inClassOrder(trees.flat()));
    await run(probabilityTasks(data), partOf(roundContext, 0.9, 1));
    note(data, curve, context);
    if (data.validationCount === 0) best = round + 1;
    else if (curve.validation[round + 1]! < curve.validation[best]!) best = round + 1;
    else if (round + 1 - best >= patience) break;
  }
  const kept = Math.max(best, 1);
  return { rounds: grown.slice(0, kept), curve: { ...curve, kept } };
}

/** Runs tasks in this thread. */
function oneAfterTheOther(): (
  tasks: readonly BoostingTask[],
  context: RunContext,
) => ClassTree[][] {
  const work = boostingWork();
  return (tasks, context) =>
    tasks.map((task, index) =>
      work(task, partOf(context, index / tasks.length, (index + 1) / tasks.length))
    );
}

function probabilityTasks(data: BoostingData): BoostingTask[] {
  const blocks = blockCount(data);
  const threads = data.areas.length;
  return data.areas.map((_, area) => ({
    type: "probabilities",
    data,
    firstBlock: Math.floor(area * blocks / threads),
    endBlock: Math.floor((area + 1) * blocks / threads),
  }));
}

function treeTasks(data: BoostingData, random: Random): BoostingTask[] {
  new Int32Array(data.memory.buffer, data.nextClass, 1)[0] = 0;
  const seeds = Array.from({ length: data.classCount }, () => random.uint32());
  return data.areas.map((_, area) => ({ type: "trees", data, area, seeds }));
}

function inClassOrder(trees: readonly ClassTree[]): BinnedTree[] {
  return trees.toSorted((a, b) => a.code - b.code).map(({ tree }) => tree);
}

/** Adds the losses that the latest probabilities have to the curve. */
function note(data: BoostingData, curve: Losses, { metric }: RunContext): void {
  const losses = new Float64Array(data.memory.buffer, data.losses, 2 * blockCount(data));
  let train = 0, validation = 0;
  for (let block = 0; block < losses.length; block += 2) {
    train += losses[block]!;
    validation += losses[block + 1]!;
  }
  const round = curve.train.length;
  curve.train.push(train / data.trainCount);
  metric?.("train loss", round, train / data.trainCount);
  if (data.validationCount === 0) return;
  curve.validation.push(validation / data.validationCount);
  metric?.("validation loss", round, validation / data.validationCount);
}
