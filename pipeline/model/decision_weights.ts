import type { DecisionWeights } from "../evaluation/confusion_matrix.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { applyTemperature, fitTemperature } from "./temperature_scaling.ts";

/** Logarithms of weights are tried on a grid of this step, */
const gridStep = 0.05;

/** from −3 to 3, which is twenty times as much or as little as the others. */
const gridReach = 60;

const gridSize = 2 * gridReach + 1;

/** Scores are averaged over so many grid steps on either side: a peak narrower than that is chance. */
const smoothingReach = 3;

/** What a change has to gain, so that weights do not drift where nothing depends on them. */
const leastGain = 1e-5;

const maxPasses = 10;

/**
 * The decision weights under which macro-F1 is highest, or null where equal weights are best.
 *
 * Coordinate ascent on the logarithms, exact on a grid: for each class in turn the rows are sorted into the
 * grid by the weight from which on they are named it, and the scores of all weights follow from running sums.
 * Of equally good weights the one nearest to 1 is taken. Macro-F1 of few rows is a jagged function whose peak
 * is mostly chance. So a row counts half as its label and half as what its temperature-scaled probabilities
 * expect (Lewis, "Evaluating and optimizing autonomous text classification systems", 1995), and neighbouring
 * scores are averaged. On rows it was not tuned on, that gains two to four times as much as the peak itself.
 *
 * @param probabilities n×k row-major, of models that have not seen the rows
 * @param onStep is called often, to tell the progress
 */
export function tuneDecision(
  labels: Labels,
  probabilities: Float32Array,
  onStep: () => void,
): DecisionWeights | null {
  const { classes, codes } = labels;
  const classCount = classes.length;
  const targets = applyTemperature(
    fitTemperature(labels, probabilities, onStep),
    probabilities,
    classCount,
  );
  for (let cell = 0; cell < targets.length; cell++) {
    const isTrue = cell % classCount === codes[Math.floor(cell / classCount)];
    targets[cell] = (targets[cell]! + (isTrue ? 1 : 0)) / 2;
  }
  const ascent = new Ascent(probabilities, targets, classCount);
  for (let pass = 0; pass < maxPasses; pass++) {
    let moved = false;
    for (let code = 0; code < classCount; code++) {
      onStep();
      moved = ascent.improve(code) || moved;
    }
    if (!moved) break;
  }
  return ascent.weights();
}

/** The state of the coordinate ascent: one place on the grid for each class. */
class Ascent {
  private readonly places: Int32Array;
  private readonly factors: Float64Array;
  /** The two classes of the greatest weighted probabilities of each row. */
  private readonly first: Int32Array;
  private readonly second: Int32Array;
  private readonly totals: Float64Array;
  /** The sums of each grid place and class: rows lost to the class at hand, and targets lost with them. */
  private readonly lostRows: Float64Array;
  private readonly lostTargets: Float64Array;
  /** The targets that the class at hand gains at each grid place. */
  private readonly gained: Float64Array;

  constructor(
    private readonly probabilities: Float32Array,
    private readonly targets: Float32Array,
    private readonly classCount: number,
  ) {
    this.places = new Int32Array(classCount);
    this.factors = new Float64Array(classCount).fill(1);
    this.first = new Int32Array(probabilities.length / classCount);
    this.second = new Int32Array(this.first.length);
    for (let row = 0; row < this.first.length; row++) this.rank(row);
    this.totals = new Float64Array(classCount);
    for (const [cell, target] of targets.entries()) this.totals[cell % classCount]! += target;
    this.lostRows = new Float64Array(gridSize * classCount);
    this.lostTargets = new Float64Array(gridSize * classCount);
    this.gained = new Float64Array(gridSize);
  }

  /** Moves the weight of one class to its best place; false where it stays. */
  improve(code: number): boolean {
    const scores = smoothed(this.scoresBy(code));
    const currentScore = scores[this.places[code]! + gridReach]!;
    let bestPlace = 0, bestScore = -Infinity;
    for (const [index, score] of scores.entries()) {
      const place = index - gridReach;
      const isNearer = Math.abs(place) < Math.abs(bestPlace);
      if (score > bestScore + 1e-12 || (score > bestScore - 1e-12 && isNearer)) {
        bestScore = score;
        bestPlace = place;
      }
    }
    if (bestScore < currentScore + leastGain) return false;
    this.places[code] = bestPlace;
    this.factors[code] = Math.exp(bestPlace * gridStep);
    for (let row = 0; row < this.first.length; row++) {
      const second = this.second[row]!;
      const isAmong = this.first[row] === code || second === code;
      if (isAmong || this.scoreOf(row, code) > this.scoreOf(row, second)) this.rank(row);
    }
    return true;
  }

  /** Macro-F1 for every place of one class on the grid. */
  private scoresBy(code: number): Float64Array {
    const { classCount } = this;
    const { named, hits } = this.fillTables(code);
    return Float64Array.from({ length: gridSize }, (_, index) => {
      const start = index * classCount;
      for (let other = 0; other < classCount; other++) {
        named[other]! -= this.lostRows[start + other]!;
        named[code]! += this.lostRows[start + other]!;
        hits[other]! -= this.lostTargets[start + other]!;
      }
      hits[code]! += this.gained[index]!;
      return this.macroF1(named, hits);
    });
  }

  /** The weights, the greatest of them 1; null where all are equal. */
  weights(): DecisionWeights | null {
    const highest = Math.max(...this.places);
    if (this.places.every((place) => place === highest)) return null;
    return Array.from(this.places, (place) => Math.fround(Math.exp((place - highest) * gridStep)));
  }

  /**
   * Sorts each row into the lowest place of the grid where class `code` wins it from the best of the others;
   * returns how many rows and how much of their targets the others hold while the class has none.
   */
  private fillTables(code: number): { named: Float64Array; hits: Float64Array } {
    const { probabilities, targets, classCount, lostRows, lostTargets, gained } = this;
    const named = new Float64Array(classCount), hits = new Float64Array(classCount);
    lostRows.fill(0);
    lostTargets.fill(0);
    gained.fill(0);
    for (let row = 0; row < this.first.length; row++) {
      const best = this.first[row] === code ? this.second[row]! : this.first[row]!;
      const start = row * classCount;
      named[best]!++;
      hits[best]! += targets[start + best]!;
      const odds = this.scoreOf(row, best) / probabilities[start + code]!;
      const place = Math.max(-gridReach, Math.floor(Math.log(odds) / gridStep) + 1);
      // Also where the class has no probability at all.
      if (!(place <= gridReach)) continue;
      const cell = (place + gridReach) * classCount + best;
      lostRows[cell]!++;
      lostTargets[cell]! += targets[start + best]!;
      gained[place + gridReach]! += targets[start + code]!;
    }
    return { named, hits };
  }

  private scoreOf(row: number, code: number): number {
    return this.factors[code]! * this.probabilities[row * this.classCount + code]!;
  }

  private rank(row: number): void {
    let first = 0, second = 1;
    if (this.scoreOf(row, 1) > this.scoreOf(row, 0)) [first, second] = [1, 0];
    for (let code = 2; code < this.classCount; code++) {
      if (this.scoreOf(row, code) > this.scoreOf(row, first)) [first, second] = [code, first];
      else if (this.scoreOf(row, code) > this.scoreOf(row, second)) second = code;
    }
    this.first[row] = first;
    this.second[row] = second;
  }

  private macroF1(named: Float64Array, hits: Float64Array): number {
    let sum = 0, occurring = 0;
    for (let code = 0; code < this.classCount; code++) {
      const cases = this.totals[code]! + named[code]!;
      if (cases <= 0) continue;
      occurring++;
      sum += 2 * hits[code]! / cases;
    }
    return sum / occurring;
  }
}

function smoothed(scores: Float64Array): Float64Array {
  return scores.map((_, place) => {
    let sum = 0;
    for (let step = -smoothingReach; step <= smoothingReach; step++) {
      sum += scores[Math.min(Math.max(place + step, 0), gridSize - 1)]!;
    }
    return sum / (2 * smoothingReach + 1);
  });
}
