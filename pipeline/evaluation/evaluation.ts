import { z } from "zod";

const share = z.number().min(0).max(1);
const count = z.int().min(0);

/** What predictions were worth against the truth: stored in a model card, printed as JSON. */
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
  roc_auc: share.nullable().meta({
    description: "Mean one-vs-rest ROC-AUC of the classes where it is defined",
  }),
  pr_auc: share.nullable().meta({
    description: "Mean average precision of the classes that have true rows",
  }),
  per_class: z.array(z.object({
    class: z.string(),
    precision: share,
    recall: share,
    f1: share,
    support: count.meta({ description: "Number of true rows" }),
    roc_auc: share.nullable(),
    pr_auc: share.nullable(),
  })),
  confusion: z.object({
    classes: z.array(z.string()),
    counts: z.array(z.array(count)).meta({
      description: "Rows are the truth, columns the prediction",
    }),
  }),
});

/** See {@linkcode evaluationSchema}. */
export type Evaluation = z.infer<typeof evaluationSchema>;
