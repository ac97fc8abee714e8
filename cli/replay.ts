import type { Command } from "commander";
import { z } from "zod";
import { checkWritable, writeAtomically } from "@/pipeline/atomic_file.ts";
import { readTrainingTable } from "@/pipeline/model/training_table.ts";
import { partOf } from "@/pipeline/run_context.ts";
import { replaySearch } from "@/pipeline/tuning/replay.ts";
import { readJournal } from "@/pipeline/tuning/trial_journal.ts";
import { dialectOptions, dialectSchema } from "./option_values.ts";
import { keepInputs } from "./output_path.ts";
import { terminalOf, userPath, withCommonOptions } from "./terminal.ts";
import { reportTraining } from "./training_report.ts";

const optionsSchema = z.object({ rows: z.boolean(), out: z.string() });

const examples = `
Example:
  healer replay kpis.onnx.trials.jsonl kpis.csv --out again.onnx`;

/** `healer replay`: the trials of a search are trained once more and give the same model. */
export function addReplay(program: Command): void {
  const command = program.command("replay")
    .description("train the trials of a search once more: the same list gives the same model")
    .argument("<journal>", "the list of trials that `healer train` wrote, MODEL.onnx.trials.jsonl")
    .argument("<table>", "the table that was searched")
    .option("--no-rows", "leave the reference rows out of the model file")
    .requiredOption("--out <file>", "the model file to write");
  for (const option of dialectOptions()) command.addOption(option);
  withCommonOptions(command).addHelpText("after", examples).action(replay);
}

async function replay(
  journal: string,
  path: string,
  given: unknown,
  command: Command,
): Promise<void> {
  const { rows: keepRows, out } = optionsSchema.parse(given);
  const terminal = terminalOf(command);
  const started = performance.now();
  await keepInputs(userPath(out), [userPath(path), userPath(journal)]);
  await checkWritable(userPath(out));
  const content = await readJournal(userPath(journal));
  using bar = terminal.progress(content.header.seed);
  const { features, columns: { label, id, group, time, ignored } } = content.header.data;
  const table = await readTrainingTable(
    userPath(path),
    {
      label,
      features,
      ignore: ignored,
      ...(id === null ? {} : { id }),
      ...(group === null ? {} : { group }),
      ...(time === null ? {} : { time }),
    },
    dialectSchema.parse(given),
    (fraction) => bar.progress(fraction * 0.05, { en: "reading", zh: "读取" }),
  );
  const options = { file: journal, keepRows };
  const trained = await replaySearch(table, content, options, partOf(bar, 0.05, 1));
  await writeAtomically(userPath(out), trained.bytes);
  bar[Symbol.dispose]();
  reportTraining(terminal, { table, trained, out, started });
}
