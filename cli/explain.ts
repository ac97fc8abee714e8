import { type Command, Option } from "commander";
import { z } from "zod";
import { collectRows } from "@/pipeline/diagnosis/collect_rows.ts";
import { openRows } from "@/pipeline/diagnosis/open_rows.ts";
import { explanationFormat, writeExplanations } from "@/pipeline/diagnosis/write_explanations.ts";
import type { BootstrapMean } from "@/pipeline/evaluation/bootstrap_means.ts";
import { explainRows, explanationMethods } from "@/pipeline/evaluation/explain_rows.ts";
import type { Explanation } from "@/pipeline/evaluation/explanation.ts";
import { globalImportance } from "@/pipeline/evaluation/global_importance.ts";
import { openModelFile } from "@/pipeline/model/model_file.ts";
import { partOf } from "@/pipeline/run_context.ts";
import { alignedLines } from "./aligned_lines.ts";
import { explainRow } from "./explain_row.ts";
import {
  dialectOptions,
  dialectSchema,
  errorRateOption,
  seedOption,
  wholeNumber,
} from "./option_values.ts";
import { keepInputs } from "./output_path.ts";
import { type Language, terminalOf, userPath, withCommonOptions } from "./terminal.ts";

/** What the command is asked for. */
const askedSchema = z.object({
  row: z.string().exactOptional(),
  values: z.string().exactOptional(),
  out: z.string().exactOptional(),
});

const optionsSchema = z.object({
  out: z.string(),
  id: z.string().exactOptional(),
  count: z.int().exactOptional(),
  method: z.enum(explanationMethods),
  background: z.int(),
  seed: z.int(),
});

const examples = `
Examples:
  healer explain faults.onnx tonight.csv --row 17
  healer explain faults.onnx --values "cpu=93, mem=0.4, locks="
  healer explain faults.onnx tonight.csv --out why.csv
  healer explain faults.onnx tonight.csv --count 200 --out why.json --json`;

/** So many features are shown to people; the answer for programs has all. */
const shownFeatures = 15;

/** The share of the progress that goes to the reading. */
const readingShare = 0.1;

/** `healer explain`: all that a model says of one row, or for each row what every feature contributes to its diagnosis. */
export function addExplain(program: Command): void {
  const command = program.command("explain")
    .description(
      "say all about one row, or which features speak for each diagnosis, by SHAP values",
    )
    .argument("<model>", "ONNX file made by healer train")
    .argument("[table]", "CSV, TSV or Parquet file with the model's features")
    .addOption(
      new Option("--row <id>", "explain this row alone: the cell of its id column, or its number")
        .conflicts(["count", "values", "method", "background"]),
    )
    .addOption(
      new Option(
        "--values <text>",
        "explain these values: name=value pairs, a line of CSV, or JSON",
      )
        .conflicts(["count", "method", "background"]),
    )
    .option("--normal <class>", "class that means that nothing is wrong (default: by its name)")
    .addOption(errorRateOption())
    .option("--count <number>", "rows to explain, drawn at random (default: all)", wholeNumber(1))
    .option("--id <column>", "column that names the row (default: as in training)")
    .addOption(
      new Option("--method <name>", "exactly from trees, or by sampling permutations")
        .choices(explanationMethods).default("auto"),
    )
    .addOption(
      new Option("--background <number>", "the model's reference rows that permutations start from")
        .argParser(wholeNumber(1, 500)).default(50),
    )
    .addOption(seedOption())
    .option("--out <file>", "result to write: .csv or .json; .json alone for one row");
  for (const option of dialectOptions()) command.addOption(option);
  withCommonOptions(command).addHelpText("after", examples).action(explain);
}

async function explain(
  modelPath: string,
  tablePath: string | undefined,
  given: unknown,
  command: Command,
): Promise<void> {
  const { row, values, out } = askedSchema.parse(given);
  if (values !== undefined) {
    if (tablePath !== undefined) {
      return command.error("error: option '--values' cannot be used with option '<table>'", {
        code: "commander.conflictingOption",
      });
    }
    return await explainRow(modelPath, { text: values }, given, command);
  }
  if (tablePath === undefined) {
    return command.error("error: missing required argument 'table'", {
      code: "commander.missingArgument",
    });
  }
  if (row !== undefined) {
    return await explainRow(modelPath, { path: tablePath, row }, given, command);
  }
  if (out === undefined) {
    return command.error("error: required option '--out <file>' or '--row <id>' not specified", {
      code: "commander.missingMandatoryOptionValue",
    });
  }
  await explainAll(modelPath, tablePath, given, command);
}

async function explainAll(
  modelPath: string,
  tablePath: string,
  given: unknown,
  command: Command,
): Promise<void> {
  const { out, id, count, method, background, seed } = optionsSchema.parse(given);
  const terminal = terminalOf(command);
  const started = performance.now();
  explanationFormat(out);
  await keepInputs(userPath(out), [userPath(modelPath), userPath(tablePath)]);
  await using model = await openModelFile(userPath(modelPath));
  const opened = await openRows(userPath(tablePath), model.card, {
    ...dialectSchema.parse(given),
    ...(id === undefined ? {} : { id }),
  });
  using bar = terminal.progress(seed);
  const rows = await collectRows(model.card, opened, count, partOf(bar, 0, readingShare));
  const explanation = await explainRows(
    model,
    rows.matrix,
    { method, classes: "predicted", backgroundRows: background },
    partOf(bar, readingShare, 1),
  );
  const { groups } = rows;
  const { overall } = globalImportance(explanation, { seed, ...(groups ? { groups } : {}) });
  await writeExplanations(userPath(out), explanation, rows.ids, opened.idColumn ?? "row");
  bar[Symbol.dispose]();

  for (const notice of opened.notices) terminal.notice(notice);
  const ranked = explanation.features.map((feature, index) => ({ feature, ...overall[index]! }))
    .sort((a, b) => b.mean - a.mean);
  terminal.say(explanationReport(explanation, ranked, out, terminal.language));
  terminal.answer({
    out,
    method: explanation.method,
    unit: explanation.unit,
    rows: explanation.rows,
    unread_rows: rows.unread,
    importance: ranked.map(({ feature, mean, standardError, low, high }) => ({
      feature,
      mean,
      standard_error: standardError,
      low,
      high,
    })),
    seconds: (performance.now() - started) / 1000,
    notices: opened.notices,
  });
}

const words = {
  en: {
    tree: "exactly, from the trees",
    permutation: "by sampling permutations",
    probability: "mean |SHAP|, in probability",
    score: "mean |SHAP|, in score before the softmax",
    interval: "95 % interval",
  },
  zh: {
    tree: "由树模型精确计算",
    permutation: "由置换采样估计",
    probability: "平均 |SHAP|（概率）",
    score: "平均 |SHAP|（softmax 前的得分）",
    interval: "95% 区间",
  },
};

/** How rows were explained, and the features that matter most, as lines of text. */
function explanationReport(
  { rows, method, unit }: Explanation,
  ranked: readonly (BootstrapMean & { readonly feature: string })[],
  out: string,
  language: Language,
): string {
  const word = words[language];
  const headline = {
    en: `${rows} ${rows === 1 ? "row" : "rows"} explained ${word[method]} → ${out}`,
    zh: `已解释 ${rows} 行（${word[method]}）→ ${out}`,
  }[language];
  const lines = ranked.slice(0, shownFeatures).map(({ feature, mean, low, high }) => [
    feature,
    mean.toPrecision(3),
    `${low.toPrecision(3)} – ${high.toPrecision(3)}`,
  ]);
  return [headline, ...alignedLines([["", word[unit], word.interval], ...lines])].join("\n");
}
