import { predictedClasses } from "../evaluation/confusion_matrix.ts";
import type { ModelFile } from "../model/model_file.ts";
import { roundestNumber } from "../round_number.ts";
import { rowEntropies } from "../model/novelty_entropy.ts";

/** One KPI of a row with another value. */
export interface Change {
  readonly feature: number;
  readonly value: number;
}

/** What a model says of each of some changes of a row. */
export interface ChangedAnswers {
  /** The class of each. */
  readonly codes: Int32Array;
  /** The entropy of the probabilities of each, in nats. */
  readonly entropies: Float32Array;
}

/** Somewhere between two values of a KPI the answer changes. */
export interface Edge {
  readonly feature: number;
  /** The side that `stays` holds for. */
  readonly near: number;
  readonly far: number;
  /** The class at `far`. */
  readonly code: number;
  /** Whether a class is one of the near side. */
  readonly stays: (code: number) => boolean;
}

/** An edge is narrowed so often, each time to a part of what it was. */
const narrowings = 3;
const partsOfEdge = 9;

/** Asks a model what it would say of a row if one KPI had another value. */
export class WhatIf {
  constructor(private readonly file: ModelFile, private readonly values: Float32Array) {}

  /** All changes in one run of the model, each by itself. */
  async answers(changes: readonly Change[]): Promise<ChangedAnswers> {
    const { values, file: { card, model } } = this;
    const width = values.length;
    const matrix = new Float32Array(changes.length * width);
    for (const [row, { feature, value }] of changes.entries()) {
      matrix.set(values, row * width);
      matrix[row * width + feature] = value;
    }
    const probabilities = await model.runProbabilities(matrix, changes.length);
    const classCount = card.classes.length;
    return {
      codes: predictedClasses(probabilities, classCount, card.decision_weights),
      entropies: rowEntropies(probabilities, classCount),
    };
  }

  /**
   * The edges with their sides so near that hardly a value lies between, all of them in a few runs; between false
   * and true there is none.
   */
  async narrow(edges: readonly Edge[]): Promise<Edge[]> {
    const { features } = this.file.card;
    const isNumber = ({ feature }: Edge): boolean => features[feature]?.type === "number";
    const narrowed = await this.narrowNumbers(edges.filter(isNumber));
    return edges.map((edge) => isNumber(edge) ? narrowed.shift() ?? edge : edge);
  }

  private async narrowNumbers(edges: readonly Edge[]): Promise<Edge[]> {
    let narrowed = [...edges];
    for (let round = 0; round < narrowings && narrowed.length > 0; round++) {
      const changes = narrowed.flatMap(({ feature, near, far }) =>
        Array.from({ length: partsOfEdge - 1 }, (_, at) => ({
          feature,
          value: Math.fround(near + (far - near) * (at + 1) / partsOfEdge),
        }))
      );
      const { codes } = await this.answers(changes);
      narrowed = narrowed.map((edge, index) => {
        const start = index * (partsOfEdge - 1);
        let { near, far, code } = edge;
        for (let at = start; at < start + partsOfEdge - 1; at++) {
          if (edge.stays(codes[at]!)) {
            near = changes[at]!.value;
            continue;
          }
          far = changes[at]!.value;
          code = codes[at]!;
          break;
        }
        return { ...edge, near, far, code };
      });
    }
    return narrowed;
  }
}

/** The roundest number well between the sides of an edge. */
export function roundBetween({ near, far }: Edge): number {
  const low = Math.min(near, far), high = Math.max(near, far);
  if (low === 0 && high === 1) return 0.5;
  const margin = (high - low) / 4;
  return roundestNumber(low + margin, high - margin);
}
