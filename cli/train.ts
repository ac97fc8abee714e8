import { type Command, Option } from "commander";
import { z } from "zod";
import { checkWritable, writeAtomically } from "@/pipeline/atomic_file.ts";
import { learners } from "@/pipeline/learners/registry.ts";
import type { ModelCard } from "@/pipeline/model/model_card.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { readTrainingTable } from "@/pipeline/model/training_table.ts";
import { validationSchema } from "@/pipeline/model/validation.ts";
import { partOf } from "@/pipeline/run_context.ts";
import {
  dialectOptions,
  dialectSchema,
  paramPairs,
  repeated,
  seedOption,
  wholeNumber,
} from "./option_values.ts";
import { keepInputs } from "./output_path.ts";
import { scoreTable } from "./score_table.ts";
import { type Language, terminalOf, userPath, withCommonOptions } from "./terminal.ts";

const rolesSchema = z.object({
  label: z.string().exactOptional(),
  id: z.string().exactOptional(),
  group: z.string().exactOptional(),
  time: z.string().exactOptional(),
  feature: z.array(z.string()),
  ignore: z.array(z.string()),
}).transform(({ feature, ...roles }) => ({ ...roles, features: feature }));

const optionsSchema = z.object({
  learner: z.string(),
  param: z.array(z.string()),
  folds: z.int(),
  validation: validationSchema,
  seed: z.int(),
  rows: z.boolean(),
  out: z.string(),
});

const examples = `
Examples:
  healer train incidents.csv --label fault --group case_id --out faults.onnx
  healer train kpis.csv --label label --learner logistic-regression --out kpis.onnx`;

/** `healer train`: a labelled table becomes one ONNX file. */
export function addTrain(program: Command): void {
  const command = program.command("train")
    .description("train a model on a labelled table and write it as one ONNX file")
    .argument("<table>", "CSV, TSV or Parquet file, one row a moment or an incident")
    .option("--label <column>", "column that names the fault (guessed)")
    .option("--id <column>", "column that names the row (guessed)")
    .option("--group <column>", "rows of one group stay together in validation (guessed)")
    .option("--time <column>", "column with the time of the row (guessed)")
    .option("--feature <column>", "column to learn from; may be repeated (guessed)", repeated, [])
    .option("--ignore <column>", "column to leave out; may be repeated", repeated, [])
    .addOption(
      new Option("--learner <name>", "training algorithm")
        .choices(learners.map((learner) => learner.name)).default("random-forest"),
    )
    .option("--param <name=value>", "param of the learner; may be repeated", repeated, [])
    .option(
      "--folds <number>",
      "folds of the cross-validation; 0 leaves it out",
      wholeNumber(0, 50),
      5,
    )
    .addOption(
      new Option("--validation <way>", "how rows are divided into folds")
        .choices(validationSchema.options).default("auto", "by group where there are groups"),
    )
    .addOption(seedOption())
    .option("--no-rows", "leave the reference rows out of the model file")
    .requiredOption("--out <file>", "the model file to write");
  for (const option of dialectOptions()) command.addOption(option);
  withCommonOptions(command).addHelpText("after", examples).action(train);
}

async function train(path: string, given: unknown, command: Command): Promise<void> {
  const options = optionsSchema.parse(given);
  const terminal = terminalOf(command);
  const started = performance.now();
  const recipe = defaultRecipe(options.learner, paramPairs(options.param));
  await keepInputs(userPath(options.out), [userPath(path)]);
  await checkWritable(userPath(options.out));
  using bar = terminal.progress(options.seed);

  const table = await readTrainingTable(
    userPath(path),
    rolesSchema.parse(given),
    dialectSchema.parse(given),
    (fraction) => bar.progress(fraction * 0.05, { en: "reading", zh: "读取" }),
  );
  const trained = await trainModel(
    table,
    recipe,
    { folds: options.folds, validation: options.validation, keepRows: options.rows },
    partOf(bar, 0.05, 1),
  );
  await writeAtomically(userPath(options.out), trained.bytes);
  bar[Symbol.dispose]();

  const notices = [...table.notices, ...trained.notices];
  for (const notice of notices) terminal.notice(notice);
  const seconds = Math.round(performance.now() - started) / 1000;
  const { card } = trained;
  terminal.say(trainingReport(card, options.out, seconds, terminal.language));
  terminal.answer({
    model: options.out,
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
    macro_f1_interval: card.metrics?.macro_f1_interval ?? null,
    ...(card.metrics?.evaluation ?? {}),
    rows_validated: card.metrics?.evaluation.rows ?? 0,
    parity: card.parity,
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
  return [headline, proof, scored, scoreTable(card.metrics.evaluation, language)].join("\n");
}
