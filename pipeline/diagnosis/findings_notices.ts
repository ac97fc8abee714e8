import type { Notice } from "../problem.ts";

/** Even the strangest incident cannot be unknown: the model was trained on too few to tell by this error rate. */
export function fewTrainingIncidents(incidents: number, errorRate: number): Notice {
  const percent = Number((100 * errorRate).toFixed(1));
  const least = leastIncidents(errorRate);
  return {
    code: "diagnosis/few-training-incidents",
    message: {
      en:
        `The model was trained on ${incidents} incidents. To call a whole incident unknown at an error rate ` +
        `of ${percent} % it takes at least ${least}, so none is; rows can still be.`,
      zh:
        `模型仅用 ${incidents} 起事件训练。在错误率为 ${percent}% 时，至少需要 ${least} 起训练事件才能将整起事件判为未知，` +
        `因此不会有事件被判为未知；单行仍可判为未知故障。`,
    },
  };
}

/** So many training incidents it takes for one that is stranger than all of them to have a p-value of `errorRate`. */
export function leastIncidents(errorRate: number): number {
  return Math.ceil(1 / errorRate - 1e-9) - 1;
}

/** Not all incidents of the table are listed. */
export function incidentsLeftOut(most: number): Notice {
  const shown = most.toLocaleString("en-US");
  return {
    code: "diagnosis/incidents-left-out",
    message: {
      en:
        `The table has more than ${shown} incidents. The first ${shown} are listed; the rows of the others are ` +
        "diagnosed all the same.",
      zh: `表中的事件超过 ${shown} 起。仅列出前 ${shown} 起；其余事件的各行仍照常诊断。`,
    },
  };
}

/** Not all unknown rows are in a group. */
export function unknownRowsLeftOut(unknown: number, most: number): Notice {
  const [all, grouped] = [unknown, most].map((count) => count.toLocaleString("en-US"));
  return {
    code: "diagnosis/unknown-rows-left-out",
    message: {
      en:
        `${all} rows fit nothing known. Only the first ${grouped} of them are put into groups; the others have ` +
        "the verdict “unknown” without a group.",
      zh:
        `${all} 行与已知故障均不符。仅对其中前 ${grouped} 行分组；其余行判为“未知”，但不属于任何分组。`,
    },
  };
}
