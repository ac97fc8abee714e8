import { type Command, Option } from "commander";
import { z } from "zod";
import { checkWritable, writeAtomically } from "@/pipeline/atomic_file.ts";
import { learners } from "@/pipeline/learners/registry.ts";
import { calibrationMethodSchema } from "@/pipeline/model/calibration.ts";
import { withCatalogue } from "@/pipeline/model/model_catalogue.ts";
import { defaultRecipe, withOwnSteps } from "@/pipeline/model/recipe.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { readTrainingTable } from "@/pipeline/model/training_table.ts";
import { validationSchema } from "@/pipeline/model/validation.ts";
import type { Notice } from "@/pipeline/problem.ts";
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
import { readCatalogue, strangeFaults } from "./read_catalogue.ts";
import { pipelineRoles, readPipeline, trainingOf } from "./train_pipeline.ts";
import { terminalOf, userPath, withCommonOptions } from "./terminal.ts";
import { automatic, searchLimit, searchModel } from "./train_search.ts";
import { reportTraining } from "./training_report.ts";

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
  pipeline: z.string().exactOptional(),
  budget: z.int().exactOptional(),
  trials: z.int().exactOptional(),
  ensemble: z.boolean(),
  param: z.array(z.string()),
  folds: z.int(),
  validation: validationSchema,
  calibration: calibrationMethodSchema,
  tuneDecision: z.boolean().exactOptional(),
  seed: z.int(),
  rows: z.boolean(),
  faults: z.string().exactOptional(),
  out: z.string(),
});

const examples = `
Examples:
  healer train incidents.csv --label fault --group case_id --out faults.onnx
  healer train kpis.csv --label label --learner logistic-regression --out kpis.onnx
  healer train kpis.csv --label label --learner auto --budget 300 --out kpis.onnx
  healer train kpis.csv --label label --faults names.json --out named.onnx
  healer train other.csv --pipeline faults.pipeline.json --out other.onnx
  healer train kpis.csv --label label --learner gradient-boosting --trials 20 --out kpis.onnx`;

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
        .choices([...learners.map((learner) => learner.name), automatic]).default("random-forest"),
    )
    .addOption(
      new Option("--pipeline <file>", "steps, learner and label of a pipeline file")
        .conflicts(["learner", "param", "budget", "trials", "feature", "ignore"]),
    )
    .addOption(
      new Option("--budget <seconds>", "search for the best params, or recipe, within this time")
        .argParser(wholeNumber(1, 7 * 24 * 3600)).conflicts("trials"),
    )
    .addOption(
      new Option("--trials <number>", "search by so many trials; same number, same result")
        .argParser(wholeNumber(1, 10_000)),
    )
    .option("--no-ensemble", "let the search give a single recipe")
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
    .addOption(
      new Option("--calibration <method>", "correct the probabilities by out-of-fold predictions")
        .choices(calibrationMethodSchema.options).default("none"),
    )
    .option("--tune-decision", "weigh the classes so that macro-F1 is highest (auto: on)")
    .option("--no-tune-decision", "name the class of the greatest probability")
    .addOption(seedOption())
    .option(
      "--faults <file>",
      "what the faults are called: a fault catalogue (JSON) to carry along",
    )
    .option(
      "--no-rows",
      "leave the reference rows, which hold KPI values and names of groups, out of the model file",
    )
    .requiredOption("--out <file>", "the model file to write");
  for (const option of dialectOptions()) command.addOption(option);
  withCommonOptions(command).addHelpText("after", examples).action(train);
}

async function train(path: string, said: unknown, command: Command): Promise<void> {
  const options = optionsSchema.parse(said);
  const limit = searchLimit(options, options.folds);
  const terminal = terminalOf(command);
  const started = performance.now();
  const pipeline = options.pipeline === undefined
    ? undefined
    : await readPipeline(options.pipeline);
  const { tuneDecision = options.learner === automatic } = options;
  const { folds, validation, calibration, rows: keepRows } = options;
  const given = { folds, validation, calibration, tuneDecision, keepRows, seed: options.seed };
  const { seed, ...how } = pipeline === undefined ? given : trainingOf(pipeline, given, command);
  const work = limit
    ? { limit }
    : pipeline
    ? { recipe: withOwnSteps(pipeline.recipe) }
    : { recipe: defaultRecipe(options.learner, paramPairs(options.param)) };
  const catalogue = options.faults === undefined ? [] : await readCatalogue(options.faults);
  const inputs = [path, options.pipeline, options.faults].filter((file) => file !== undefined);
  await keepInputs(userPath(options.out), inputs.map(userPath));
  await checkWritable(userPath(options.out));
  using bar = terminal.progress(seed);

  const roles = rolesSchema.parse(said);
  let notices: readonly Notice[] = [];
  const table = await readTrainingTable(
    userPath(path),
    pipeline === undefined ? roles : (columns, frame) => {
      const named = pipelineRoles(pipeline, roles, columns, frame);
      notices = named.notices;
      return named.roles;
    },
    dialectSchema.parse(said),
    (fraction) => bar.progress(fraction * 0.05, { en: "reading", zh: "读取" }),
  );
  const part = partOf(bar, 0.05, 1);
  const trained = "limit" in work
    ? await searchModel(table, options, work.limit, how, part)
    : await trainModel(table, work.recipe, how, part);
  const bytes = catalogue.length === 0 ? trained.bytes : withCatalogue(trained.bytes, catalogue);
  await writeAtomically(userPath(options.out), bytes);
  bar[Symbol.dispose]();

  const strange = strangeFaults(catalogue, trained.card.classes);
  const told = { ...table, notices: [...table.notices, ...notices, ...strange] };
  const written = { ...trained, bytes };
  reportTraining(terminal, { table: told, trained: written, out: options.out, started });
}
