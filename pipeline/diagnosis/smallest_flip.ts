import { shortestFloat32 } from "../shortest_float32.ts";
import { roundestNumber } from "../round_number.ts";
import type { Sweep } from "./feature_sweep.ts";
import type { AnsweredRow } from "./evidence.ts";
import type { Flip } from "./row_answer.ts";
import type { TrainingRanges } from "./training_ranges.ts";
import type { Edge, WhatIf } from "./what_if.ts";

/** So many edges, those that may be nearest, are narrowed. */
const mostEdges = 12;

/** So many of the nearest are tried as round numbers. */
const tried = 3;

/** A round number may be farther than the edge by this share of the change. */
const roundingShare = 0.05;

/** A change into the normal range is taken for one that is so much smaller. */
const normalAdvantage = 2;

/**
 * The edges that a change of one present KPI meets first, upwards or downwards from its value; those that may be
 * nearest, counted in spreads.
 */
export function flipEdges(
  sweeps: readonly Sweep[],
  row: AnsweredRow,
  ranges: TrainingRanges,
): Edge[] {
  const stays = (code: number): boolean => code === row.own;
  const edges = sweeps.flatMap(({ feature, values, codes }): Edge[] => {
    const now = row.values[feature]!;
    if (Number.isNaN(now)) return [];
    const above = values.findIndex((value) => value > now);
    const start = above < 0 ? values.length : above;
    return [1, -1].flatMap((step) => {
      let near = now;
      for (let at = step > 0 ? start : start - 1; at >= 0 && at < values.length; at += step) {
        const far = values[at]!, code = codes[at]!;
        if (far === now) continue;
        if (code !== row.own) return [{ feature, near, far, code, stays }];
        near = far;
      }
      return [];
    });
  });
  const least = ({ feature, near }: Edge): number =>
    Math.abs(near - row.values[feature]!) / ranges.spread(feature);
  return edges.sort((a, b) => least(a) - least(b)).slice(0, mostEdges);
}

/** The smallest change behind the narrowed edges, to a round number that truly flips the answer; null without edges. */
export async function finishFlip(
  edges: readonly Edge[],
  row: AnsweredRow,
  about: { names: readonly string[]; classes: readonly string[]; ranges: TrainingRanges },
  whatIf: WhatIf,
): Promise<Flip | null> {
  const { ranges } = about;
  const sizeOf = ({ feature, far }: Edge): number => {
    const normal = row.normal < 0 ? null : ranges.ofClass(feature, row.normal);
    const isNormal = normal !== null && far >= normal[0] && far <= normal[1];
    const size = Math.abs(far - row.values[feature]!) / ranges.spread(feature);
    return isNormal ? size / normalAdvantage : size;
  };
  const nearest = [...edges].sort((a, b) => sizeOf(a) - sizeOf(b)).slice(0, tried);
  const changes = nearest.flatMap(({ feature, near, far }) => {
    const now = row.values[feature]!;
    const beyond = withinTraining(far + roundingShare * (far - now), far, ranges.all(feature));
    const round = roundestNumber(Math.min(far, beyond), Math.max(far, beyond));
    return [round, shortestFloat32(far)].map((value) => ({ feature, value, isAbove: near < far }));
  });
  const { codes } = await whatIf.answers(changes);
  const at = codes.findIndex((code) => code !== row.own);
  const found = changes[at];
  if (found === undefined) return null;
  const from = row.values[found.feature]!;
  return {
    feature: about.names[found.feature]!,
    from: Number.isNaN(from) ? null : shortestFloat32(from),
    to: found.value,
    relation: found.isAbove ? "above" : "below",
    fault: about.classes[codes[at]!]!,
  };
}

/** The likeliest reading of a KPI without a value that gives another class; null where none does. */
export function flipOfMissing(
  sweeps: readonly Sweep[],
  row: AnsweredRow,
  about: { names: readonly string[]; classes: readonly string[] },
): Flip | null {
  let found: { sweep: Sweep; at: number } | null = null;
  for (const sweep of sweeps) {
    if (!Number.isNaN(row.values[sweep.feature]!)) continue;
    for (const [at, code] of sweep.codes.entries()) {
      if (code === row.own) continue;
      if (found === null || sweep.weights[at]! > found.sweep.weights[found.at]!) {
        found = { sweep, at };
      }
    }
  }
  if (found === null) return null;
  const { sweep: { feature, values, codes }, at } = found;
  return {
    feature: about.names[feature]!,
    from: null,
    to: shortestFloat32(values[at]!),
    relation: codes.subarray(0, at).includes(row.own) ? "above" : "below",
    fault: about.classes[codes[at]!]!,
  };
}

function withinTraining(value: number, far: number, all: readonly [number, number] | null): number {
  if (all === null) return far;
  return far > value
    ? Math.max(value, Math.min(far, all[0]))
    : Math.min(value, Math.max(far, all[1]));
}
