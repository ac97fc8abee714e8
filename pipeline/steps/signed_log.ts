import { z } from "zod";
import { castTo, doubles } from "../onnx/double_nodes.ts";
import type { ColumnStep } from "./column_step.ts";

const params = z.strictObject({});

type SignedLogParams = z.infer<typeof params>;

/**
 * sign(x)·log(1 + |x|): brings values of 1e17 and of 1 onto one scale and keeps order, sign and zero.
 * Computed in float64 and rounded once, in the graph as here: onnxruntime's float32 Log is off by an ulp on
 * every fifth value, which would move rows across the thresholds of trees.
 */
export const signedLog: ColumnStep<SignedLogParams, null> = {
  role: "column",
  name: "signed-log",
  version: 1,
  title: { en: "Signed logarithm", zh: "符号对数变换" },
  summary: {
    en: "Replaces x by sign(x)·log(1+|x|), so that KPIs of very different size become comparable.",
    zh: "将 x 变换为 sign(x)·log(1+|x|)，使量级悬殊的指标可以比较。",
  },
  params,
  usesLabels: false,

  fit: () => null,

  apply: (_fitted, matrix) => ({
    ...matrix,
    values: matrix.values.map((value) => Math.sign(value) * Math.log(1 + Math.abs(value))),
  }),

  lower: (_fitted, graph, input) => {
    const value = castTo(graph, input, "float64");
    const shifted = graph.node("Add", [
      graph.node("Abs", [value]),
      doubles(graph, "one", [1], []),
    ]);
    const signed = graph.node("Mul", [
      graph.node("Sign", [value]),
      graph.node("Log", [shifted]),
    ]);
    return castTo(graph, signed, "float32");
  },
};
