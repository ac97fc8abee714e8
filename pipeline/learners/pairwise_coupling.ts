import type { GraphBuilder } from "../onnx/graph_builder.ts";
import { castTo, doubles } from "../onnx/double_nodes.ts";

/** Which two of k classes each of the pairs tells apart. */
export interface ClassPairs {
  readonly classCount: number;
  /** For each pair the index of the class that positive log-odds speak for. */
  readonly first: readonly number[];
  /** For each pair the index of the other class. */
  readonly second: readonly number[];
}

/** Log-odds beyond ±this count as this, so that no probability of a pair is quite 0 or 1. */
const limit = 16;

/** What stands for infinite odds against a class that is in no pair: its probability is 0. */
const never = 1e300;

/**
 * Class probabilities from the log-odds zᵢⱼ of each pair of classes: pᵢ ∝ 1/(1 + Σⱼ exp(−zᵢⱼ)), the closed
 * form of Price, Knerr, Personnaz & Dreyfus, "Pairwise neural network classifiers with probabilistic
 * outputs" (NIPS 1994), exact where the pairs agree with each other. A class in no pair has probability 0.
 *
 * @param logOdds n×pairs row-major
 * @returns n×k row-major, each row summing to 1
 */
export function couplePairs(pairs: ClassPairs, logOdds: Float64Array): Float32Array {
  const { classCount, first, second } = pairs;
  const rows = logOdds.length / first.length;
  const base = baseOdds(pairs);
  const against = new Float64Array(classCount);
  const probabilities = new Float32Array(rows * classCount);
  for (let row = 0; row < rows; row++) {
    against.set(base);
    for (let pair = 0; pair < first.length; pair++) {
      const z = Math.max(-limit, Math.min(limit, logOdds[row * first.length + pair]!));
      against[first[pair]!]! += Math.exp(-z);
      against[second[pair]!]! += Math.exp(z);
    }
    let sum = 0;
    for (let code = 0; code < classCount; code++) sum += 1 / against[code]!;
    for (let code = 0; code < classCount; code++) {
      probabilities[row * classCount + code] = 1 / against[code]! / sum;
    }
  }
  return probabilities;
}

/** Adds what {@linkcode couplePairs} does to float64 [n, pairs]; returns the name of a float32 [n, k]. */
export function lowerCouplePairs(pairs: ClassPairs, graph: GraphBuilder, logOdds: string): string {
  const bounded = graph.node("Clip", [
    logOdds,
    doubles(graph, "least_log_odds", [-limit], []),
    doubles(graph, "most_log_odds", [limit], []),
  ]);
  const againstFirst = graph.node("Exp", [graph.node("Neg", [bounded])]);
  const againstSecond = graph.node("Exp", [bounded]);
  const odds = graph.node("Add", [
    graph.node("MatMul", [againstFirst, lowerMembership(pairs, pairs.first, graph)]),
    graph.node("MatMul", [againstSecond, lowerMembership(pairs, pairs.second, graph)]),
  ]);
  const against = graph.node("Add", [odds, doubles(graph, "base_odds", baseOdds(pairs))]);
  const shares = graph.node("Div", [doubles(graph, "one", [1], []), against]);
  const sum = graph.node("ReduceSum", [shares, graph.integers("class_axis", [1])]);
  return castTo(graph, graph.node("Div", [shares, sum]), "float32");
}

/** 1 for each class in a pair, beyond all odds for the others. */
function baseOdds({ classCount, first, second }: ClassPairs): Float64Array {
  const paired = new Set([...first, ...second]);
  return Float64Array.from(
    { length: classCount },
    (_, code) => paired.has(code) ? 1 : never,
  );
}

/** pairs×k: 1 where the pair has the class as its member in `members`. */
function lowerMembership(
  { classCount }: ClassPairs,
  members: readonly number[],
  graph: GraphBuilder,
): string {
  const table = new Float64Array(members.length * classCount);
  for (const [pair, code] of members.entries()) table[pair * classCount + code] = 1;
  return doubles(graph, "members", table, [members.length, classCount]);
}
