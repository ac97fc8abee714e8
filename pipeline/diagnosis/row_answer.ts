import * as z from "zod/mini";
import { verdictSchema } from "./verdict.ts";

const textSchema = z.strictObject({ en: z.string(), zh: z.string() });

const noticeSchema = z.strictObject({
  code: z.string(),
  message: textSchema,
  place: z.exactOptional(z.strictObject({
    file: z.exactOptional(z.string()),
    line: z.exactOptional(z.number()),
    column: z.exactOptional(z.number()),
    cell: z.exactOptional(z.string()),
    param: z.exactOptional(z.string()),
  })),
});

const fault = z.string();
const probability = z.number().check(z.minimum(0), z.maximum(1));
const relation = z.enum(["above", "below"]);
const range = z.nullable(z.tuple([z.number(), z.number()]));

/** What a KPI says for (above 0) or against (below 0) the diagnosis, and where its value stands. */
const featureEvidenceSchema = z.strictObject({
  feature: z.string(),
  /** null = missing. */
  value: z.nullable(z.number()),
  contribution: z.number(),
  /** Of the contribution where it was sampled, else null. */
  standardError: z.nullable(z.number()),
  /** Where nine of ten training rows of the normal class lie (5 % to 95 %); null where that is not known. */
  normal: range,
  /** The same of the diagnosis, */
  own: range,
  /** and of the runner-up. */
  runnerUp: range,
  /** Least and greatest value in training. */
  all: range,
});

const evidenceSchema = z.strictObject({
  /** From the model's trees, exactly; or by sampling, with standard errors. */
  method: z.enum(["tree", "permutation"]),
  /** What contributions add up to with the base: the probability of the diagnosis, or its score before the softmax. */
  unit: z.enum(["score", "probability"]),
  base: z.number(),
  /** The class taken for normal; null where none is known to be. */
  normal: z.nullable(fault),
  /** All of the model's features, those with the most to say first. */
  features: z.array(featureEvidenceSchema),
});

/** A training row that is near. */
const pastCaseSchema = z.strictObject({
  fault,
  /** Its number in the training table, from 1; null where the model does not say. */
  row: z.nullable(z.number()),
  /** The incident it belongs to; null where the model does not say. */
  group: z.nullable(z.string()),
  /**
   * How many robust spreads of training its KPIs are away, as a root mean square in which each KPI weighs as
   * much as it says in the evidence.
   */
  distance: z.number(),
  /** In the order of the model's features; null = missing. */
  values: z.array(z.nullable(z.number())),
});

/** A KPI worth reading next, or again. */
const nextCheckSchema = z.strictObject({
  feature: z.string(),
  /** Whether the row has no value for it. */
  isMissing: z.boolean(),
  /** The share of the entropy of the probabilities that is expected to go, from 0 to 1. */
  drop: probability,
  /**
   * What readings would mean, by ascending value: each holds up to the next. Empty where no reading would
   * change the diagnosis.
   */
  readings: z.array(z.strictObject({ relation, value: z.number(), fault })),
});

/** The smallest change of one KPI that the model answers by another class. */
const flipSchema = z.strictObject({
  feature: z.string(),
  /** null = missing. */
  from: z.nullable(z.number()),
  /** A value that gives the other class, checked with the model. */
  to: z.number(),
  relation,
  fault,
});

/** All that a model says of one row. Plain data for pages, the command line and other programs. */
export const rowAnswerSchema = z.strictObject({
  classes: z.array(fault),
  /** In the order of `classes`. */
  probabilities: z.array(probability),
  /** The model's own class, whatever the verdict. */
  diagnosis: fault,
  confidence: probability,
  runnerUp: z.nullable(fault),
  /** null where the model cannot judge. */
  verdict: z.nullable(verdictSchema),
  /** The classes the row may have at the error rate; null where the model cannot say. */
  predictionSet: z.nullable(z.array(fault)),
  errorRate: z.number(),
  /** The share of training-like rows as strange as this one; null where the model cannot say. */
  novelty: z.nullable(probability),
  /** null in quick answers, and where there is nothing to compare with. */
  evidence: z.nullable(evidenceSchema),
  /** The nearest rows of the diagnosis, then of the runner-up. */
  cases: z.array(pastCaseSchema),
  /** At most three. */
  checks: z.array(nextCheckSchema),
  /** null where no change of one KPI within the ranges of training flips the answer. */
  flip: z.nullable(flipSchema),
  /** What could not be said, and why. */
  notices: z.array(noticeSchema),
});

export type RowAnswer = Readonly<z.infer<typeof rowAnswerSchema>>;
export type Evidence = Readonly<z.infer<typeof evidenceSchema>>;
export type FeatureEvidence = Readonly<z.infer<typeof featureEvidenceSchema>>;
export type PastCase = Readonly<z.infer<typeof pastCaseSchema>>;
export type NextCheck = Readonly<z.infer<typeof nextCheckSchema>>;
export type Flip = Readonly<z.infer<typeof flipSchema>>;
