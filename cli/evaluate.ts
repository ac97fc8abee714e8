import type { Command } from "commander";
import { z } from "zod";
import { evaluateRows } from "@/pipeline/diagnosis/evaluate_rows.ts";
import { openRows } from "@/pipeline/diagnosis/open_rows.ts";
import { openModelFile } from "@/pipeline/model/model_file.ts";
import { dialectOptions, dialectSchema, errorRateOption, seedOption } from "./option_values.ts";
import { scoreTable } from "./score_table.ts";
import { setTable } from "./set_table.ts";
import { terminalOf, userPath, withCommonOptions } from "./terminal.ts";

const optionsSchema = z.object({
  label: z.string().exactOptional(),
  errorRate: z.number(),
  seed: z.int(),
});

const examples = `
Examples:
  healer evaluate faults.onnx labelled.csv
  healer evaluate faults.onnx labelled.csv --label cause --json`;

/** `healer evaluate`: what a model is worth on labelled rows. */
export function addEvaluate(program: Command): void {
  const command = program.command("evaluate")
    .description("compare a model's diagnoses with the labels of a table")
    .argument("<model>", "ONNX file made by healer train")
    .argument("<table>", "labelled CSV, TSV or Parquet file")
    .option("--label <column>", "column that names the fault (default: as in training)")
    .addOption(errorRateOption())
    .addOption(seedOption());
  for (const option of dialectOptions()) command.addOption(option);
  withCommonOptions(command).addHelpText("after", examples).action(evaluate);
}

async function evaluate(
  modelPath: string,
  tablePath: string,
  given: unknown,
  command: Command,
): Promise<void> {
  const terminal = terminalOf(command);
  await using model = await openModelFile(userPath(modelPath), {
    threads: navigator.hardwareConcurrency,
  });
  const { label = model.card.columns.label, seed, errorRate } = optionsSchema.parse(given);
  const rows = await openRows(userPath(tablePath), model.card, {
    ...dialectSchema.parse(given),
    textColumns: [label],
  });
  using bar = terminal.progress(seed);
  const { evaluation, sets, skipped, notices } = await evaluateRows(
    model,
    rows,
    { label, seed, errorRate },
    bar.progress,
  );
  bar[Symbol.dispose]();

  const allNotices = [...rows.notices, ...notices];
  for (const notice of allNotices) terminal.notice(notice);
  terminal.say(scoreTable(evaluation, terminal.language));
  if (sets !== null) terminal.say(setTable(sets, terminal.language));
  terminal.answer({ ...evaluation, prediction_sets: sets, skipped, label, notices: allNotices });
}
