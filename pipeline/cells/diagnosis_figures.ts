import type { DiagnosisSummary } from "../diagnosis/write_diagnoses.ts";
import type { Verdict } from "../diagnosis/verdict.ts";
import type { ModelCard } from "../model/model_card.ts";
import type { Text } from "../problem.ts";
import { classCountsFigure } from "./class_figures.ts";
import { confidenceEdges } from "./diagnosis_tally.ts";
import { axisOf, type Figure } from "./figure.ts";
import { rowsName } from "./histogram_figure.ts";

/** Comparisons of more classes than this show those with the most rows. */
const mostClasses = 40;

const verdictNames: Readonly<Record<Verdict, Text>> = {
  one: { en: "one class possible", zh: "仅一种可能" },
  several: { en: "several classes possible", zh: "有多种可能" },
  unknown: { en: "unknown fault", zh: "未知故障" },
  unread: { en: "not read", zh: "未读取" },
};

/** What a batch of diagnoses looks like as a whole. */
export function diagnosisFigures(
  summary: DiagnosisSummary,
  confidence: readonly number[],
  card: ModelCard,
): Figure[] {
  const counts = new Map(
    [...summary.perClass].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]),
  );
  return [
    classCountsFigure({ en: "Rows of each diagnosis", zh: "各诊断结果的行数" }, counts),
    {
      type: "histogram",
      title: { en: "How sure the diagnoses are", zh: "诊断的把握程度" },
      x: axisOf({ en: "probability of the diagnosis", zh: "诊断结果的概率" }),
      edges: confidenceEdges,
      series: [{ name: rowsName, counts: [...confidence] }],
    },
    ...verdictsFigure(summary),
    ...trainingFigure(summary, card),
  ];
}

function verdictsFigure({ verdicts, rows }: DiagnosisSummary): Figure[] {
  const order: readonly Verdict[] = ["one", "several", "unknown", "unread"];
  const parts = order.filter((verdict) => verdicts[verdict] > 0)
    .map((verdict) => ({ name: verdictNames[verdict], rows: verdicts[verdict] }));
  if (verdicts.one + verdicts.several + verdicts.unknown === 0) return [];
  return [{
    type: "shares",
    title: { en: "How far the diagnoses may be trusted", zh: "诊断的可信程度" },
    parts,
    total: rows,
  }];
}

/** The share of each class in these rows beside that in the training rows. */
function trainingFigure(
  { perClass, rows, unread }: DiagnosisSummary,
  { classes, data }: ModelCard,
): Figure[] {
  const read = rows - unread;
  if (read === 0) return [];
  const learnt = data.per_class.reduce((sum, count) => sum + count, 0);
  const shares = classes.map((name, code) => ({
    name,
    now: (perClass.get(name) ?? 0) / read,
    before: (data.per_class[code] ?? 0) / Math.max(1, learnt),
  }));
  const shown = shares.toSorted((a, b) => b.now + b.before - a.now - a.before)
    .slice(0, mostClasses);
  return [{
    type: "scores",
    title: { en: "Class shares: these rows and the training", zh: "类别占比：当前数据与训练数据" },
    ...(classes.length > mostClasses
      ? {
        caption: {
          en: `The ${mostClasses} most frequent of ${classes.length} classes.`,
          zh: `仅显示 ${classes.length} 个类别中最常见的 ${mostClasses} 个。`,
        },
      }
      : {}),
    value: axisOf({ en: "share of rows", zh: "行数占比" }),
    measures: [{ en: "training", zh: "训练数据" }, { en: "these rows", zh: "当前数据" }],
    rows: shown.map(({ name, now, before }) => ({
      name,
      scores: [{ value: before }, { value: now }],
    })),
  }];
}
