import type { Command } from "commander";
import { z } from "zod";
import { AtomicFile } from "@/pipeline/atomic_file.ts";
import { findRow } from "@/pipeline/diagnosis/find_row.ts";
import { openRows } from "@/pipeline/diagnosis/open_rows.ts";
import { diagnosisProblem } from "@/pipeline/diagnosis/problems.ts";
import { openRowAnswers } from "@/pipeline/diagnosis/row_answers.ts";
import { readSampleText } from "@/pipeline/diagnosis/sample_text.ts";
import { normalFault } from "@/pipeline/model/fault_catalogue.ts";
import { type ModelFile, openModelFile } from "@/pipeline/model/model_file.ts";
import { HealerError, type Notice } from "@/pipeline/problem.ts";
import { dialectSchema } from "./option_values.ts";
import { keepInputs } from "./output_path.ts";
import { rowReading } from "./row_reading.ts";
import { terminalOf, userPath } from "./terminal.ts";

const optionsSchema = z.object({
  id: z.string().exactOptional(),
  normal: z.string().exactOptional(),
  errorRate: z.number(),
  out: z.string().exactOptional(),
});

/** The row that is asked about. */
interface AskedRow {
  /** What it is called; null for values that were typed. */
  readonly name: { readonly id: string; readonly position: number } | null;
  readonly values: Float32Array;
  readonly notices: readonly Notice[];
}

/** Where the row is that a person asks about: in a table, or written down. */
export type RowSource = { readonly path: string; readonly row: string } | { readonly text: string };

/** `healer explain` for one row of a table, or for values that are given: all that the model says of it. */
export async function explainRow(
  modelPath: string,
  source: RowSource,
  given: unknown,
  command: Command,
): Promise<void> {
  const { out, id, normal, errorRate } = optionsSchema.parse(given);
  const terminal = terminalOf(command);
  const inputs = [modelPath, ..."path" in source ? [source.path] : []].map(userPath);
  if (out !== undefined) {
    if (!out.toLowerCase().endsWith(".json")) {
      throw new HealerError(diagnosisProblem.rowNotJson(out));
    }
    await keepInputs(userPath(out), inputs);
  }
  await using model = await openModelFile(userPath(modelPath));
  const { classes } = model.card;
  if (normal !== undefined && !classes.includes(normal)) {
    throw new HealerError(diagnosisProblem.unknownClass(normal, classes));
  }
  const row = "text" in source
    ? rowOfText(model, source.text)
    : await rowOfTable(model, userPath(source.path), source.row, {
      ...dialectSchema.parse(given),
      ...(id === undefined ? {} : { id }),
    });
  const { catalogue, notices } = model.catalogue();
  const usual = normal ?? normalFault(catalogue, classes);
  await using answers = openRowAnswers(model);
  const found = await answers.answer(row.values, {
    errorRate,
    detail: "full",
    ...(usual === undefined ? {} : { normal: usual }),
  });
  const context = { row: row.name, catalogue, groupColumn: model.card.columns.group };
  const answer = { ...found, notices: [...row.notices, ...notices, ...found.notices] };
  if (out !== undefined) {
    await using file = await AtomicFile.create(userPath(out));
    await file.write(new TextEncoder().encode(`${JSON.stringify(answer, null, 2)}\n`));
    await file.commit();
  }
  for (const notice of answer.notices) terminal.notice(notice);
  terminal.say(rowReading(answer, context, terminal.language));
  terminal.answer(answer);
}

async function rowOfTable(
  { card }: ModelFile,
  path: string,
  wanted: string,
  options: Parameters<typeof openRows>[2],
): Promise<AskedRow> {
  const rows = await openRows(path, card, options);
  const { id, position, values, notices } = await findRow(card, rows, wanted, path);
  return { name: { id, position }, values, notices: [...rows.notices, ...notices] };
}

/** @throws {HealerError} `sample/…` where nothing can be read */
function rowOfText({ card }: ModelFile, text: string): AskedRow {
  const { label, id, group, time, ignored } = card.columns;
  const others = [label, id, group, time, ...ignored].filter((name) => name !== null);
  const { values, named, problems } = readSampleText(text, card.features, others);
  const [first] = problems;
  if (named === 0 && first !== undefined) throw new HealerError(first);
  return {
    name: null,
    values: Float32Array.from(values, (value) => value ?? NaN),
    notices: problems.map(({ code, message, hint }) => ({
      code,
      message: { en: `${message.en} ${hint.en}`, zh: `${message.zh}${hint.zh}` },
    })),
  };
}
