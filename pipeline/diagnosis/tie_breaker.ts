import type { ModelFile } from "../model/model_file.ts";
import { rowEntropies } from "../model/novelty_entropy.ts";
import type { TrainingSummary } from "../model/training_summary.ts";
import type { OnnxModel } from "../onnx/onnx_model.ts";
import { rowNanoseconds } from "../onnx/row_cost.ts";
import type { Notice } from "../problem.ts";
import type { AnsweredRow } from "./evidence.ts";
import { readingsOfClasses, readingsOfNeighbours } from "./expected_readings.ts";
import { planSweep, planSweeps, sweep } from "./feature_sweep.ts";
import { distanceWeights, ReferenceRows } from "./nearest_cases.ts";
import { draftChecks, edgesOfCheck, finishCheck } from "./next_checks.ts";
import type { Evidence, RowAnswer } from "./row_answer.ts";
import { rowAnswerNotice } from "./row_answer_notices.ts";
import { finishFlip, flipEdges, flipOfMissing } from "./smallest_flip.ts";
import { TrainingRanges } from "./training_ranges.ts";
import { WhatIf } from "./what_if.ts";

/** What tells the diagnosis of a row from its runner-up. */
export type TieBreak = Pick<RowAnswer, "cases" | "checks" | "flip" | "notices">;

/** No more cells than these are put together for one run of the model: 16 MB. */
const mostCells = 4e6;

/** Missing KPIs are tried as if they weighed so many times as much. */
const missingAdvantage = 2;

/** Below this entropy, that of 99 % to 1 %, there is little left to learn. */
const nearlySure = 0.056;

/** Other values are tried of as many KPIs as fit into this time. */
const tryingNanoseconds = 80e6;

/** Finds past cases, next checks and the smallest flip, from what a model file carries of its training. */
export class TieBreaker {
  private readonly names: readonly string[];
  private readonly ranges: TrainingRanges;
  private readonly reference: ReferenceRows;

  /** How many rows the model may be asked for at once. */
  private readonly affordable: number;

  /** @param onnx The decoded file, which tells how long a row takes. */
  constructor(private readonly file: ModelFile, onnx: OnnxModel, summary: TrainingSummary) {
    this.affordable = Math.min(
      Math.floor(tryingNanoseconds / rowNanoseconds(onnx.graph)),
      Math.floor(mostCells / file.card.features.length),
    );
    this.names = file.card.features.map(({ name }) => name);
    this.ranges = new TrainingRanges(summary);
    this.reference = new ReferenceRows(summary, this.names, this.ranges);
  }

  /**
   * @param evidence Says which KPIs matter most for being near; null = all the same.
   * @param isTrusted Whether nothing speaks against the probabilities of the row.
   */
  async find(row: AnsweredRow, evidence: Evidence | null, isTrusted: boolean): Promise<TieBreak> {
    const { names, ranges, reference, file: { card: { classes } } } = this;
    const { values, probabilities } = row;
    const notices: Notice[] = [];
    const weights = this.weights(evidence);
    const distances = reference.distancesTo(values, weights);
    const isEmpty = values.every(Number.isNaN);
    if (reference.rows === 0) notices.push(rowAnswerNotice.noReferenceRows);
    else if (isEmpty) notices.push(rowAnswerNotice.noValues);
    const cases = isEmpty
      ? []
      : [row.own, row.runnerUp].flatMap((code) =>
        code < 0 ? [] : reference.casesOf(code, classes[code]!, distances)
      );

    const entropy = rowEntropies(probabilities, classes.length)[0]!;
    // Who calls a row unknown, or sees several faults, does not trust this certainty.
    if (entropy < nearlySure && isTrusted) notices.push(rowAnswerNotice.nearlySure);
    const whatIf = new WhatIf(this.file, values);
    const readingsOf = reference.rows === 0
      ? readingsOfClasses(ranges, probabilities)
      : readingsOfNeighbours(reference, distances, probabilities);
    const plans = planSweeps(
      this.features(values, weights),
      this.affordable,
      (feature) => planSweep(feature, readingsOf(feature), ranges),
    );
    const sweeps = await sweep(whatIf, plans);
    const drafts = draftChecks(sweeps, entropy, (a, b) => reference.areAlike(a, b));
    const checkEdges = drafts.map(edgesOfCheck);
    const flipping = flipEdges(sweeps, row, ranges);
    const narrowed = await whatIf.narrow([...checkEdges.flat(), ...flipping]);

    const checks = drafts.map((draft, index) =>
      finishCheck(draft, narrowed.splice(0, checkEdges[index]!.length), {
        names,
        classes,
        isMissing: Number.isNaN(values[draft.sweep.feature]!),
      })
    );
    const flip = await finishFlip(narrowed, row, { names, classes, ranges }, whatIf) ??
      flipOfMissing(sweeps, row, { names, classes });
    return { cases, checks, flip, notices };
  }

  /** The features that vary, those that weigh most first; what is missing may say more than what is known. */
  private features(values: Float32Array, weights: Float64Array): number[] {
    const rank = (feature: number): number =>
      weights[feature]! * (Number.isNaN(values[feature]!) ? missingAdvantage : 1);
    return this.names.map((_, feature) => feature)
      .filter((feature) => this.ranges.spread(feature) > 0)
      .sort((a, b) => rank(b) - rank(a));
  }

  private weights(evidence: Evidence | null): Float64Array {
    if (evidence === null) return distanceWeights(this.names.length, null);
    const contributionOf = new Map(
      evidence.features.map(({ feature, contribution }) => [feature, contribution]),
    );
    return distanceWeights(
      this.names.length,
      this.names.map((name) => contributionOf.get(name) ?? 0),
    );
  }
}
