import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { stratifiedSample } from "../learners/stratified_sample.ts";
import { HealerError } from "../problem.ts";
import { Random } from "../random.ts";
import { takeLabels } from "../table/feature_matrix.ts";
import { type OutOfFold, takePredictions } from "./out_of_fold.ts";
import { modelProblem } from "./problems.ts";

/** The metadata key of the out-of-fold predictions inside the ONNX file. */
export const outOfFoldKey = "healer.out_of_fold";

/** The largest share of a model file they take, in bytes as they stand there. */
export const outOfFoldLimit = 2_000_000;

/**
 * The out-of-fold predictions as they travel in a model file: what conformal sets are calibrated on and models
 * are compared by. Typed arrays are little-endian, in base64. No KPI value and no name of a row or group is among
 * them.
 */
const storedSchema = z.strictObject({
  /** m uint32 indices into the labelled rows of the training table, ascending. */
  rows: z.string(),
  /** m uint16 indices into the card's classes: the truth. */
  codes: z.string(),
  /** m uint32 numbers, equal for rows of one group; null where the table has no groups. */
  groups: z.string().nullable(),
  /** m uint16 folds, from 0. */
  folds: z.string(),
  /** m×k float32 row-major, final: calibrated and cross-fitted where the model is calibrated. */
  probabilities: z.string(),
  /** m uint16 indices into the card's classes: the diagnoses. */
  predictions: z.string(),
});

/** Out-of-fold predictions read from a model file; groups have numbers instead of names. */
export type StoredOutOfFold = Omit<OutOfFold, "groups">;

/** Out-of-fold predictions, packed for a model file. */
export interface PackedOutOfFold {
  /** null where not even two rows of each class fit in. */
  readonly text: string | null;
  /** How many of the rows it holds. */
  readonly kept: number;
}

/**
 * Packs the predictions as base64 of gzipped JSON. Where they would take more than 2 MB, a sample of the rows is
 * kept that leaves the classes their shares.
 */
export function packOutOfFold(predictions: OutOfFold, seed: number): PackedOutOfFold {
  let kept = predictions;
  for (;;) {
    const text = gzipSync(JSON.stringify(stored(kept))).toString("base64");
    const rows = kept.rows.length;
    if (text.length <= outOfFoldLimit) return { text, kept: rows };
    const affordable = Math.floor(0.97 * rows * outOfFoldLimit / text.length);
    const sample = stratifiedSample(predictions.labels.codes, affordable, new Random(seed));
    if (sample.length >= rows) return { text: null, kept: 0 };
    kept = takeOutOfFold(predictions, sample);
  }
}

/**
 * Reads back what {@linkcode packOutOfFold} wrote.
 *
 * @throws {HealerError} `model/broken-out-of-fold` for anything else.
 */
export function unpackOutOfFold(
  packed: string,
  classes: readonly string[],
  file: string,
): StoredOutOfFold {
  try {
    const json = gunzipSync(Uint8Array.fromBase64(packed), {
      maxOutputLength: 100 * outOfFoldLimit,
    });
    const value = storedSchema.parse(JSON.parse(new TextDecoder().decode(json)));
    const { groups } = value;
    return {
      rows: Int32Array.from(new Uint32Array(bytesOf(value.rows))),
      labels: {
        classes,
        codes: Int32Array.from(new Uint16Array(bytesOf(value.codes))),
        ...(groups === null ? {} : { groups: Int32Array.from(new Uint32Array(bytesOf(groups))) }),
      },
      foldOf: Int32Array.from(new Uint16Array(bytesOf(value.folds))),
      probabilities: new Float32Array(bytesOf(value.probabilities)),
      predictions: Int32Array.from(new Uint16Array(bytesOf(value.predictions))),
    };
  } catch (cause) {
    throw new HealerError(modelProblem.brokenOutOfFold(file), { cause });
  }
}

function stored(
  { rows, labels, foldOf, probabilities, predictions }: OutOfFold,
): z.infer<typeof storedSchema> {
  return {
    rows: base64(Uint32Array.from(rows)),
    codes: base64(Uint16Array.from(labels.codes)),
    groups: labels.groups ? base64(Uint32Array.from(labels.groups)) : null,
    folds: base64(Uint16Array.from(foldOf)),
    probabilities: base64(probabilities),
    predictions: base64(Uint16Array.from(predictions)),
  };
}

/** The predictions at `positions`. */
function takeOutOfFold(from: OutOfFold, positions: Int32Array): OutOfFold {
  return {
    rows: positions.map((position) => from.rows[position]!),
    labels: takeLabels(from.labels, positions),
    foldOf: positions.map((position) => from.foldOf[position]!),
    probabilities: takePredictions(from.probabilities, from.labels.classes.length, positions),
    predictions: positions.map((position) => from.predictions[position]!),
  };
}

function base64(values: Uint16Array | Uint32Array | Float32Array): string {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength).toBase64();
}

function bytesOf(text: string): ArrayBuffer {
  return Uint8Array.fromBase64(text).buffer;
}
