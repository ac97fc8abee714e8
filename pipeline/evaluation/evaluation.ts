import { z } from "zod";

const share = z.number().min(0).max(1);
const count = z.int().min(0);

/** The bounds of a 95 % interval; null where the metric is defined in no resample. */
const interval = z.tuple([z.number(), z.number()]).nullable();

const intervalsSchema = z.object({
  drawn: z.enum(["rows", "groups"]).meta({ description: "What the bootstrap draws" }),
  units: count.meta({ description: "How many rows or groups there are to draw from" }),
  accuracy: interval,
  balanced_accuracy: interval,
  macro_f1: interval,
  weighted_f1: interval,
  macro_precision: interval,
  macro_recall: interval,
  weighted_precision: interval,
  weighted_recall: interval,
  log_loss: interval,
  brier_score: interval,
  roc_auc: interval,
  pr_auc: interval,
}).meta({ description: "95 % bootstrap percentile intervals" });

const classIntervalsSchema = z.object({
  precision: interval,
  recall: interval,
  f1: interval,
  roc_auc: interval,
  pr_auc: interval,
});

const reliabilitySchema = z.array(z.object({
  count,
  confidence: z.number().meta({ description: "Mean probability of the rows in the bin" }),
  observed: share.meta({ description: "Share of them for which it came true" }),
})).meta({ description: "Bins of equal width in order, those without a row left out" });

/**
 * What predictions were worth against the truth: stored in a model card, printed as JSON. What is optional is
 * absent in model files of earlier versions; intervals also where nobody asked for them.
 */
export const evaluationSchema = z.object({
  rows: count.meta({ description: "Number of rows evaluated" }),
  accuracy: share,
  balanced_accuracy: share.meta({
    description: "Mean recall of the classes that have true rows",
  }),
  macro_f1: share.meta({
    description: "Mean F1 of the classes that occur in the truth or the predictions",
  }),
  weighted_f1: share,
  macro_precision: share,
  macro_recall: share,
  weighted_precision: share,
  weighted_recall: share,
  log_loss: z.number().min(0).meta({
    description: "Mean of −ln of the probability of the true class, clipped to [2⁻²³, 1 − 2⁻²³]",
  }),
  brier_score: z.number().min(0).exactOptional().meta({
    description: "Mean of the squared errors of a row's probabilities, summed over the classes",
  }),
  expected_calibration_error: share.exactOptional().meta({
    description: "Mean distance of confidence and observed share over the bins of `reliability`",
  }),
  roc_auc: share.nullable().meta({
    description: "Mean one-vs-rest ROC-AUC of the classes where it is defined",
  }),
  pr_auc: share.nullable().meta({
    description: "Mean average precision of the classes that have true rows",
  }),
  intervals: intervalsSchema.exactOptional(),
  per_class: z.array(z.object({
    class: z.string(),
    precision: share,
    recall: share,
    f1: share,
    support: count.meta({ description: "Number of true rows" }),
    roc_auc: share.nullable(),
    pr_auc: share.nullable(),
    intervals: classIntervalsSchema.exactOptional(),
    reliability: reliabilitySchema.exactOptional(),
  })),
  reliability: reliabilitySchema.exactOptional().meta({
    description: "By the probability of the predicted class",
  }),
  confusion: z.object({
    classes: z.array(z.string()),
    counts: z.array(z.array(count)).meta({
      description: "Rows are the truth, columns the prediction",
    }),
  }),
});

/** See {@linkcode evaluationSchema}. */
export type Evaluation = z.infer<typeof evaluationSchema>;
