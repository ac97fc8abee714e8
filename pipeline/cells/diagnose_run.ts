import { DiagnosisFindings } from "../diagnosis/diagnosis_findings.ts";
import { unknownGroupColumn } from "../diagnosis/findings.ts";
import { openJudge } from "../diagnosis/judge.ts";
import { openRows, type RowsOptions } from "../diagnosis/open_rows.ts";
import { openResults } from "../diagnosis/result_files.ts";
import { resultHeader, type ResultLayout } from "../diagnosis/result_writer.ts";
import { addUnknownGroups } from "../diagnosis/unknown_group_column.ts";
import { type DiagnosisSummary, writeDiagnoses } from "../diagnosis/write_diagnoses.ts";
import { openModelFile } from "../model/model_file.ts";
import type { Text } from "../problem.ts";
import type { CellContext, CellInputs, CellOutput } from "./cell_kind.ts";
import type { DiagnoseParams } from "./diagnose.ts";
import { FeatureRows } from "./diagnosis_features.ts";
import { diagnosisFigures } from "./diagnosis_figures.ts";
import { diagnosisMap } from "./diagnosis_map.ts";
import { DiagnosisWatch } from "./diagnosis_partial.ts";
import { DiagnosisSample } from "./diagnosis_sample.ts";
import { DiagnosisTally } from "./diagnosis_tally.ts";
import type { DiagnosisValue } from "./diagnosis_value.ts";
import { dialectOf } from "./dialect_params.ts";
import { writeHeldOutRows } from "./held_out_rows.ts";
import { modelInput } from "./model_value.ts";
import { counted, countText, joinTexts } from "./number_text.ts";
import { type PreparedColumn, preparedInput } from "./prepared_value.ts";
import { keepParquet } from "./stored_table.ts";
import { renamed, underNames } from "./table_file.ts";

/** So many diagnosed rows stand on the map at most. */
const mostMapped = 2000;

/** See {@linkcode diagnose}. */
export async function runDiagnose(
  inputs: CellInputs,
  params: DiagnoseParams,
  context: CellContext,
): Promise<CellOutput> {
  const model = modelInput(inputs);
  const { path, name, options } = await rowsOf(params, inputs, context);
  const [csv, parquet] = [context.scratchPath("csv"), context.scratchPath("parquet")];
  const featuresPath = context.scratchPath("parquet");
  const files = new Map([
    [path, name],
    [csv, "diagnoses.csv"],
    [parquet, "diagnoses.parquet"],
    [featuresPath, "features.parquet"],
  ]);
  return await underNames(files, async () => {
    await using file = await openModelFile(context.pathOf(model.file));
    const rows = await openRows(path, file.card, options);
    for (const notice of rows.notices) context.notice(renamed(notice, files));
    const layout = {
      idColumn: rows.idColumn ?? "row",
      classes: file.card.classes,
      language: params.language,
      details: true,
    };
    await using tally = new DiagnosisTally(
      [await openResults(csv, layout), await openResults(parquet, layout)],
      layout.classes.length,
    );
    const names = file.card.features.map(({ name }) => name);
    await using features = await FeatureRows.create(featuresPath, names);
    const judge = openJudge(file, { errorRate: params.errorRate });
    for (const notice of judge.notices) context.notice(notice);
    const watch = new DiagnosisWatch(layout.classes, layout.language, context);
    const sample = new DiagnosisSample(mostMapped);
    const findings = new DiagnosisFindings(file, rows, params.errorRate);
    const summary = await writeDiagnoses(
      file,
      rows,
      judge,
      tally,
      (fraction) => context.progress(0.05 + 0.9 * fraction),
      async (diagnosed) => {
        watch.add(diagnosed.batch);
        findings.add(diagnosed);
        sample.add(diagnosed.batch, diagnosed.values, diagnosed.frameRows);
        await features.write(diagnosed);
      },
    );
    // Polars writes on threads of its own while the rest is worked out here.
    const kept = features.finish();
    kept.catch(() => {});
    for (const notice of findings.notices()) context.notice(notice);
    const columns = columnsOf(layout);
    const groups = findings.groups();
    if (await addUnknownGroups([csv, parquet], layout, summary.rows, groups)) {
      columns.push({ name: unknownGroupColumn, type: "number", role: "ignored" });
    }
    const map = await diagnosisMap(file, sample.rows(), params.language, context);
    await kept;
    const table = await keepParquet(parquet, context);
    const value: DiagnosisValue = {
      type: "diagnosis",
      model: model.file,
      result: await context.keep(csv, "text/csv"),
      rows: summary.rows,
      table: { file: table, rows: summary.rows, columns },
      counts: [...summary.perClass].map(([fault, rows]) => ({ fault, rows })),
      unknownCounts: [...summary.unknownPerClass].map(([fault, rows]) => ({ fault, rows })),
      unread: summary.unread,
      withWarnings: summary.withWarnings,
      errorRate: params.errorRate,
      verdicts: summary.verdicts,
      features: await keepParquet(featuresPath, context),
      incidents: findings.incidents(),
      unknownGroups: groups.groups,
    };
    return {
      summary: summaryOf(summary, tally.closeCalls),
      figures: [
        ...diagnosisFigures(summary, tally.confidence, file.card),
        ...(map === undefined ? [] : [map.figure]),
      ],
      tables: [{
        name: "diagnoses",
        title: { en: "Diagnoses", zh: "诊断结果" },
        file: table,
        rows: summary.rows,
        columns: columns.map(({ name, type }) => ({ name, type })),
      }, ...(map === undefined ? [] : [map.table])],
      values: { diagnosis: value },
    };
  });
}

interface NamedRows {
  readonly path: string;
  readonly name: string;
  readonly options: RowsOptions;
}

async function rowsOf(
  params: DiagnoseParams,
  inputs: CellInputs,
  context: CellContext,
): Promise<NamedRows> {
  const { file, id } = params;
  if (file !== null) {
    const options = { ...dialectOf(params), ...(id === null ? {} : { id }) };
    return { path: context.pathOf(file.content), name: file.name, options };
  }
  const prepared = preparedInput(inputs);
  const rows = await writeHeldOutRows(prepared, context);
  return { path: rows.path, name: prepared.source.name, options: { id: id ?? rows.id } };
}

function summaryOf(
  { rows, unread, withWarnings, perClass }: DiagnosisSummary,
  close: number,
): Text {
  const found = [...perClass].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
  const [first] = found;
  return joinTexts([
    { en: counted(rows, "row"), zh: `${countText(rows)} 行` },
    first === undefined ? null : {
      en: `${counted(found.length, "class", "classes")} found, most often "${first[0]}" ` +
        `(${countText(first[1])})`,
      zh: `诊断出 ${found.length} 个类别，最多的是“${first[0]}”（${countText(first[1])} 行）`,
    },
    {
      en: counted(close, "close call"),
      zh: `${countText(close)} 行难分高下`,
    },
    withWarnings === 0 ? null : {
      en: `${counted(withWarnings, "row")} with warnings`,
      zh: `${countText(withWarnings)} 行带有警告`,
    },
    unread === 0 ? null : {
      en: `${counted(unread, "row")} could not be read`,
      zh: `${countText(unread)} 行无法读取`,
    },
  ], { en: ", ", zh: "，" });
}

function columnsOf(layout: ResultLayout): PreparedColumn[] {
  const afterClasses = 4 + layout.classes.length;
  return resultHeader(layout).map((name, index) => {
    const isNumber = index === 2 || (index > 3 && index < afterClasses) ||
      index === afterClasses + 3;
    return {
      name,
      type: isNumber ? "number" : "text",
      role: index === 0 ? "id" : isNumber ? "feature" : "ignored",
    };
  });
}
