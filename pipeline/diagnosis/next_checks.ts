import type { Sweep } from "./feature_sweep.ts";
import type { NextCheck } from "./row_answer.ts";
import { type Edge, roundBetween } from "./what_if.ts";

/** So many KPIs are worth checking next. */
const shownChecks = 3;

/** A KPI from which less is expected than this share of the entropy is not worth a look. */
const leastDrop = 0.005;

/** So many ranges of readings are told apart for a KPI. */
const mostSegments = 4;

/** Neighbouring values of a sweep that the model gives one class. */
interface Segment {
  readonly first: number;
  readonly last: number;
  readonly code: number;
}

/** A KPI worth checking, before it is known where exactly its readings change the answer. */
export interface CheckDraft {
  readonly sweep: Sweep;
  readonly drop: number;
  readonly segments: readonly Segment[];
}

/**
 * The KPIs whose reading is expected to take away most of the entropy: what is left of it, on average over what
 * they may say, against what there is.
 *
 * @param entropy Of the row's probabilities, in nats.
 * @param areAlike Whether two features say nearly the same, so that one of them is enough.
 */
export function draftChecks(
  sweeps: readonly Sweep[],
  entropy: number,
  areAlike: (feature: number, other: number) => boolean,
): CheckDraft[] {
  if (!(entropy > 0)) return [];
  const ranked = sweeps.map((sweep) => ({ sweep, drop: expectedDrop(sweep, entropy) }))
    .filter(({ drop }) => drop >= leastDrop)
    .sort((a, b) => b.drop - a.drop);
  const chosen: typeof ranked = [];
  for (const each of ranked) {
    if (chosen.length === shownChecks) break;
    if (chosen.some(({ sweep }) => areAlike(sweep.feature, each.sweep.feature))) continue;
    chosen.push(each);
  }
  return chosen.map((each) => ({ ...each, segments: clearSegments(each.sweep) }));
}

/** Where the answer changes within a check, by ascending value. */
export function edgesOfCheck({ sweep, segments }: CheckDraft): Edge[] {
  return segments.slice(1).map(({ first, code }, index) => {
    const below = segments[index]!;
    return {
      feature: sweep.feature,
      near: sweep.values[first]!,
      far: sweep.values[below.last]!,
      code: below.code,
      stays: (other) => other === code,
    };
  });
}

/** @param edges Those of {@linkcode edgesOfCheck}, narrowed. */
export function finishCheck(
  { sweep, drop, segments }: CheckDraft,
  edges: readonly Edge[],
  about: { names: readonly string[]; classes: readonly string[]; isMissing: boolean },
): NextCheck {
  const faults = segments.map(({ code }) => about.classes[code]!);
  const borders = edges.map(roundBetween);
  const above = borders.map((value, index): NextCheck["readings"][number] => ({
    relation: "above",
    value,
    fault: faults[index + 1]!,
  }));
  const [lowest] = borders;
  return {
    feature: about.names[sweep.feature]!,
    isMissing: about.isMissing,
    drop,
    readings: lowest === undefined
      ? []
      : [{ relation: "below", value: lowest, fault: faults[0]! }, ...above],
  };
}

function expectedDrop({ entropies, weights }: Sweep, entropy: number): number {
  let left = 0, whole = 0;
  for (const [index, weight] of weights.entries()) {
    left += weight * entropies[index]!;
    whole += weight;
  }
  return whole > 0 ? Math.min(1, Math.max(0, 1 - left / whole / entropy)) : 0;
}

/** The ranges of one class each; where there are many, those alone whose values are most to be expected. */
function clearSegments(sweep: Sweep): Segment[] {
  const all = joined(Array.from(sweep.codes, (code, at) => ({ first: at, last: at, code })));
  if (all.length <= mostSegments) return all;
  const weightOf = ({ first, last }: Segment): number => {
    let weight = 0;
    for (let at = first; at <= last; at++) weight += sweep.weights[at]!;
    return weight;
  };
  const clear = [...all].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, mostSegments);
  return joined(clear.sort((a, b) => a.first - b.first));
}

function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const before = result.at(-1);
    if (before?.code !== segment.code) result.push(segment);
    else result[result.length - 1] = { ...before, last: segment.last };
  }
  return result;
}
