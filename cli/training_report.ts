import type { ModelCard } from "@/pipeline/model/model_card.ts";
import type { TrainedModel } from "@/pipeline/model/train_model.ts";
import type { TrainingTable } from "@/pipeline/model/training_table.ts";
import type { FoundModel } from "@/pipeline/tuning/find_model.ts";
import { leaderboardTable } from "./leaderboard_table.ts";
import { postProcessingLines } from "./post_processing_lines.ts";
import { scoreTable } from "./score_table.ts";
import type { Language, Terminal } from "./terminal.ts";

/** A training that is over and whose file is written. */
export interface Training {
  readonly table: TrainingTable;
  readonly trained: TrainedModel | FoundModel;
  /** The model file, as the user named it. */
  readonly out: string;
  /** When it began, by `performance.now`. */
  readonly started: number;
}

/** Tells people, or a program, what came of a training. */
export function reportTraining(
  terminal: Terminal,
  { table, trained, out, started }: Training,
): void {
  const notices = [...table.notices, ...trained.notices];
  for (const notice of notices) terminal.notice(notice);
  const seconds = Math.round(performance.now() - started) / 1000;
  const { card } = trained;
  const leaderboard = "leaderboard" in trained ? trained.leaderboard : undefined;
  if (leaderboard) terminal.say(leaderboardTable(leaderboard, terminal.language));
  terminal.say(trainingReport(card, out, seconds, terminal.language));
  terminal.answer({
    ...card.metrics?.evaluation,
    model: out,
    bytes: trained.bytes.length,
    seconds,
    learner: card.recipe.learner.name,
    recipe: card.recipe,
    features: card.features.length,
    classes: card.classes,
    columns: card.columns,
    rows: card.data.rows,
    unlabelled: card.data.unlabelled,
    quarantined: card.data.quarantined,
    validation: card.metrics && { method: card.metrics.method, folds: card.metrics.folds },
    calibration: card.calibration ?? null,
    decision_weights: card.decision_weights ?? null,
    out_of_fold: card.out_of_fold ?? null,
    macro_f1_interval: card.metrics?.macro_f1_interval ?? null,
    rows_validated: card.metrics?.evaluation.rows ?? 0,
    parity: card.parity,
    ...(leaderboard ? { leaderboard } : {}),
    notices,
  });
}

/** What was trained and what cross-validation says of it, as lines of text. */
export function trainingReport(
  card: ModelCard,
  out: string,
  seconds: number,
  language: Language,
): string {
  const { learner } = card.recipe;
  const { parity } = card;
  const proved = parity.training_rows + parity.perturbed_rows;
  const headline = {
    en: `${learner.name} trained on ${card.data.rows} rows × ${card.features.length} features, ` +
      `${card.classes.length} classes, in ${seconds.toFixed(1)} s → ${out}`,
    zh: `${learner.name} 已用 ${card.data.rows} 行 × ${card.features.length} 个特征、` +
      `${card.classes.length} 个类别训练，耗时 ${seconds.toFixed(1)} 秒 → ${out}`,
  }[language];
  const proof = {
    en: `ONNX gives the learner's answers on all ${proved} rows tried ` +
      `(largest difference ${parity.max_difference.toExponential(1)})`,
    zh: `ONNX 与学习器在全部 ${proved} 行上结果一致（最大差 ${
      parity.max_difference.toExponential(1)
    }）`,
  }[language];
  if (card.metrics === null) return [headline, proof].join("\n");
  const scored = {
    en: `${card.metrics.method}, ${card.metrics.folds} folds:`,
    zh: `${card.metrics.folds} 折交叉验证：`,
  }[language];
  return [
    headline,
    proof,
    ...postProcessingLines(card, language),
    scored,
    scoreTable(card.metrics.evaluation, language),
  ].join("\n");
}
