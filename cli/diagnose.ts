import type { Command } from "commander";
import { z } from "zod";
import { DiagnosisFindings } from "@/pipeline/diagnosis/diagnosis_findings.ts";
import { openJudge } from "@/pipeline/diagnosis/judge.ts";
import { openRows } from "@/pipeline/diagnosis/open_rows.ts";
import { openResults } from "@/pipeline/diagnosis/result_files.ts";
import { addUnknownGroups } from "@/pipeline/diagnosis/unknown_group_column.ts";
import { type DiagnosisSummary, writeDiagnoses } from "@/pipeline/diagnosis/write_diagnoses.ts";
import { openModelFile } from "@/pipeline/model/model_file.ts";
import { alignedLines } from "./aligned_lines.ts";
import { type FaultLabels, faultLabels } from "./fault_labels.ts";
import { findingLines } from "./finding_lines.ts";
import { dialectOptions, dialectSchema, errorRateOption } from "./option_values.ts";
import { keepInputs } from "./output_path.ts";
import { dialectParamsOf } from "@/pipeline/cells/dialect_params.ts";
import { stoppable } from "./stoppable.ts";
import { type Language, terminalOf, userPath, withCommonOptions } from "./terminal.ts";
import { writeReport } from "./write_report.ts";

const optionsSchema = z.object({
  out: z.string(),
  id: z.string().exactOptional(),
  errorRate: z.number(),
  details: z.boolean().default(false),
  report: z.string().exactOptional(),
});

const examples = `
Examples:
  healer diagnose faults.onnx tonight.csv --out diagnoses.csv
  healer diagnose faults.onnx tonight.parquet --out diagnoses.parquet --json`;

/** `healer diagnose`: for each row the fault, its probability and the runner-up. */
export function addDiagnose(program: Command): void {
  const command = program.command("diagnose")
    .description("diagnose every row of a table and write the result")
    .argument("<model>", "ONNX file made by healer train")
    .argument("<table>", "CSV, TSV or Parquet file with the model's features")
    .option("--id <column>", "column that names the row (default: as in training)")
    .addOption(errorRateOption())
    .option(
      "--details",
      "add verdict, prediction_set and novelty to the result, and unknown_group if there are any",
    )
    .option("--report <file>", "one HTML file to read: verdict, shares, figures, rows worth a look")
    .requiredOption("--out <file>", "result to write: .csv, .json or .parquet");
  for (const option of dialectOptions()) command.addOption(option);
  withCommonOptions(command).addHelpText("after", examples).action(diagnose);
}

async function diagnose(
  modelPath: string,
  tablePath: string,
  given: unknown,
  command: Command,
): Promise<void> {
  const { out, errorRate, details, report, ...rowOptions } = optionsSchema.parse(given);
  const terminal = terminalOf(command);
  const started = performance.now();
  const inputs = [userPath(modelPath), userPath(tablePath)];
  await keepInputs(userPath(out), inputs);
  if (report !== undefined) await keepInputs(userPath(report), inputs);
  await using model = await openModelFile(userPath(modelPath), {
    threads: navigator.hardwareConcurrency,
  });
  const rows = await openRows(userPath(tablePath), model.card, {
    ...dialectSchema.parse(given),
    ...rowOptions,
  });
  const layout = {
    idColumn: rows.idColumn ?? "row",
    classes: model.card.classes,
    language: terminal.language,
    details,
  };
  await using results = await openResults(userPath(out), layout);
  const judge = openJudge(model, { errorRate });
  using bar = stoppable(terminal.progress(0));
  const findings = new DiagnosisFindings(model, rows, errorRate);
  const summary = await writeDiagnoses(
    model,
    rows,
    judge,
    results,
    bar.progress,
    (diagnosed) => findings.add(diagnosed),
  );
  const [incidents, groups] = [findings.incidents(), findings.groups()];
  if (details) await addUnknownGroups([userPath(out)], layout, summary.rows, groups);
  bar[Symbol.dispose]();
  if (report !== undefined) {
    await writeReport(userPath(report), {
      model: userPath(modelPath),
      table: userPath(tablePath),
      errorRate,
      language: terminal.language,
      reading: {
        ...dialectParamsOf(dialectSchema.parse(given)),
        ...(rowOptions.id === undefined ? {} : { id: rowOptions.id }),
      },
    });
  }

  const seconds = (performance.now() - started) / 1000;
  const labels = faultLabels(model, terminal.language);
  const notices = [
    ...rows.notices,
    ...judge.notices,
    ...findings.notices(),
    ...labels.notices,
  ];
  for (const notice of notices) terminal.notice(notice);
  terminal.say(diagnosisReport(summary, out, terminal.language, labels));
  for (const line of verdictLines(summary, errorRate, terminal.language)) terminal.say(line);
  for (const line of findingLines(incidents, groups.groups, terminal.language, labels)) {
    terminal.say(line);
  }
  terminal.answer({
    out,
    ...(report === undefined ? {} : { report }),
    rows: summary.rows,
    unread_rows: summary.unread,
    rows_with_warnings: summary.withWarnings,
    per_class: Object.fromEntries(summary.perClass),
    seconds: { total: seconds, ...summary.seconds },
    rows_per_second: Math.round(summary.rows / seconds),
    error_rate: errorRate,
    verdicts: summary.verdicts,
    incidents,
    unknown_groups: groups.groups,
    notices,
  });
}

/** How many rows got which diagnosis, as lines of text. */
export function diagnosisReport(
  summary: DiagnosisSummary,
  out: string,
  language: Language,
  labels: Pick<FaultLabels, "of">,
): string {
  const { rows, unread, perClass, unknownPerClass, verdicts: { unknown } } = summary;
  const headline = {
    en: `${rows} ${rows === 1 ? "row" : "rows"} diagnosed → ${out}` +
      (unread > 0 ? ` (${unread} could not be read)` : ""),
    zh: `已诊断 ${rows} 行 → ${out}` + (unread > 0 ? `（${unread} 行未能读取）` : ""),
  }[language];
  const counts = [...perClass].map(([name, count]) =>
    [labels.of(name), count - (unknownPerClass.get(name) ?? 0)] as const
  );
  if (unknown > 0) counts.push([{ en: "unknown fault", zh: "未知故障" }[language], unknown]);
  const shares = counts.map(([name, count]) => [
    name,
    String(count),
    `${(100 * count / Math.max(1, rows)).toFixed(1)} %`,
  ]);
  return [headline, ...alignedLines(shares)].join("\n");
}

/** How far the rows may be trusted, and what is promised; none where the model can judge none. */
function verdictLines(
  { verdicts: { one, several, unknown } }: DiagnosisSummary,
  errorRate: number,
  language: Language,
): string[] {
  if (one + several + unknown === 0) return [];
  const percent = Number((100 * errorRate).toFixed(1));
  const counts = {
    en:
      `${one} with one possible fault, ${several} with several, ${unknown} that fit nothing known`,
    zh: `${one} 行仅一种可能，${several} 行有多种可能，${unknown} 行疑为未知故障`,
  }[language];
  const promise = {
    en:
      `Promised for rows like those of the training: of each class, at most ${percent} % have a ` +
      "prediction set without it.",
    zh: `对与训练数据同类的行作出的承诺：每个类别至多 ${percent}% 的行，其预测集不含该类别。`,
  }[language];
  return one + several === 0 ? [counts] : [counts, promise];
}
