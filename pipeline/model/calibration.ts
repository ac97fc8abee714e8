import { z } from "zod";
import type { GraphBuilder } from "../onnx/graph_builder.ts";
import type { Labels } from "../table/feature_matrix.ts";
import {
  applyIsotonic,
  fitIsotonic,
  type IsotonicCalibration,
  lowerIsotonic,
} from "./isotonic_calibration.ts";
import {
  applyTemperature,
  fitTemperature,
  lowerTemperature,
  type TemperatureScaling,
} from "./temperature_scaling.ts";

/** How a learner's probabilities are corrected. */
export const calibrationMethodSchema = z.enum(["none", "temperature", "isotonic"]);

/** See {@linkcode calibrationMethodSchema}. */
export type CalibrationMethod = z.infer<typeof calibrationMethodSchema>;

/** What corrects a learner's probabilities. */
export type Calibration = TemperatureScaling | IsotonicCalibration;

/** What a model card tells of a calibration; the graph holds all of it. */
export const calibrationSummarySchema = z.discriminatedUnion("method", [
  z.strictObject({ method: z.literal("temperature"), temperature: z.number().positive() }),
  z.strictObject({
    method: z.literal("isotonic"),
    /** How many knots the curve of each class has. */
    knots: z.array(z.int()),
  }),
]);

/** See {@linkcode calibrationSummarySchema}. */
export type CalibrationSummary = z.infer<typeof calibrationSummarySchema>;

/**
 * Fits a calibration on the probabilities (n×k row-major) of models that have not seen the rows; `onStep` is
 * called often, to tell the progress.
 */
export function fitCalibration(
  method: Calibration["method"],
  labels: Labels,
  probabilities: Float32Array,
  onStep: () => void,
): Calibration {
  return method === "temperature"
    ? fitTemperature(labels, probabilities, onStep)
    : fitIsotonic(labels, probabilities, onStep);
}

/** The n×k row-major probabilities, corrected. */
export function calibrate(
  calibration: Calibration,
  probabilities: Float32Array,
  classCount: number,
): Float32Array {
  return calibration.method === "temperature"
    ? applyTemperature(calibration, probabilities, classCount)
    : applyIsotonic(calibration, probabilities);
}

/** Adds a calibration to a graph; returns the name of the corrected probabilities (float32 [n, k]). */
export function lowerCalibration(
  calibration: Calibration,
  graph: GraphBuilder,
  probabilities: string,
): string {
  return calibration.method === "temperature"
    ? lowerTemperature(calibration, graph, probabilities)
    : lowerIsotonic(calibration, graph, probabilities);
}

/** What the model card tells of it. */
export function summariseCalibration(calibration: Calibration): CalibrationSummary {
  return calibration.method === "temperature"
    ? calibration
    : { method: "isotonic", knots: calibration.curves.map(({ x }) => x.length) };
}
