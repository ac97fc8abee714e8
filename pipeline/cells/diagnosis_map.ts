import pl from "nodejs-polars";
import type { ModelFile } from "../model/model_file.ts";
import { referenceMatrix } from "../model/training_summary.ts";
import type { Text } from "../problem.ts";
import { mapUnits } from "../projection/map_units.ts";
import { project } from "../projection/project.ts";
import { partOf } from "../run_context.ts";
import type { CellContext, CellTable } from "./cell_kind.ts";
import type { SampledRow } from "./diagnosis_sample.ts";
import type { Figure } from "./figure.ts";
import { drawnNumber } from "./map_colour.ts";
import { mapAxes } from "./map_words.ts";
import { counted, countText } from "./number_text.ts";
import { keepFrame } from "./stored_table.ts";

/** How rows that fit nothing known are called on the map. */
const unknownName: Text = { en: "unknown fault", zh: "未知故障" };

const tableName = "mapped";

/** A map and the table of its rows. */
export interface DiagnosisMap {
  readonly figure: Figure;
  readonly table: CellTable;
}

/**
 * Diagnosed rows among those of the training, by principal components of their ranks; undefined where there are too
 * few rows, or where the model keeps none of its training.
 */
export async function diagnosisMap(
  model: ModelFile,
  sample: readonly SampledRow[],
  language: keyof Text,
  context: CellContext,
): Promise<DiagnosisMap | undefined> {
  const summary = model.summary();
  const names = model.card.features.map(({ name }) => name);
  if (summary === null || sample.length === 0) return undefined;
  const reference = referenceMatrix(summary, names);
  const rows = reference.rows + sample.length;
  if (reference.rows === 0 || rows < 3) return undefined;
  const values = new Float32Array(rows * names.length);
  values.set(reference.values);
  for (const [place, row] of sample.entries()) {
    values.set(row.values, (reference.rows + place) * names.length);
  }
  const units = mapUnits({ names, rows, values }, "rank", partOf(context, 0.96, 0.97));
  if (units.width === 0) return undefined;
  const options = { method: "pca", perplexity: 30, neighbours: 15, minDistance: 0.1 } as const;
  const projected = project(units, options, partOf(context, 0.97, 0.99));
  const along = (axis: 0 | 1, from: number, to: number): number[] =>
    Array.from(
      { length: to - from },
      (_, place) => drawnNumber(projected.coordinates[2 * (from + place) + axis]!) ?? 0,
    );
  const place = (from: number, to: number) => ({ x: along(0, from, to), y: along(1, from, to) });
  const unknown = unknownName[language];
  const faults = [...model.card.classes, unknown];
  const shown = sample.map(({ diagnosis, verdict }) => verdict === "unknown" ? unknown : diagnosis);
  const numbers = sample.map(({ row }) => row);
  const figure: Figure = {
    type: "map",
    method: "pca",
    title: { en: "Map of the rows among the training rows", zh: "数据行与训练数据的分布图" },
    caption: caption(sample.length, reference.rows),
    ...mapAxes(projected),
    points: { rows: numbers, ...place(reference.rows, rows) },
    colour: {
      by: "category",
      name: "diagnosis",
      names: faults,
      codes: sample.map(({ diagnosis, verdict }) =>
        verdict === "unknown" ? faults.length - 1 : faults.indexOf(diagnosis)
      ),
      unknown: faults.length - 1,
    },
    background: { codes: [...summary.reference.codes], ...place(0, reference.rows) },
    details: [
      { name: "id", values: sample.map(({ id }) => id) },
      { name: "confidence", values: sample.map(({ confidence }) => drawnNumber(confidence)) },
      {
        name: "novelty",
        values: sample.map(({ novelty }) => novelty === null ? null : drawnNumber(novelty)),
      },
    ],
    table: { name: tableName, column: "row", isOfInput: false },
  };
  return { figure, table: await mappedTable(sample, shown, context) };
}

function caption(rows: number, reference: number): Text {
  return {
    en: `${counted(rows, "diagnosed row")}, drawn at random where there are more; ` +
      `pale: ${counted(reference, "row")} of the training, in the colours of their classes.`,
    zh: `共 ${countText(rows)} 行诊断结果（行数过多时随机抽取）；` +
      `浅色为 ${countText(reference)} 行训练数据，颜色对应其类别。`,
  };
}

async function mappedTable(
  sample: readonly SampledRow[],
  shown: readonly string[],
  context: CellContext,
): Promise<CellTable> {
  const columns = [
    {
      name: "row",
      type: "number",
      series: pl.Series("", sample.map(({ row }) => row), pl.Float64),
    },
    { name: "id", type: "text", series: pl.Series("", sample.map(({ id }) => id), pl.Utf8) },
    { name: "diagnosis", type: "text", series: pl.Series("", [...shown], pl.Utf8) },
    {
      name: "confidence",
      type: "number",
      series: pl.Series("", sample.map(({ confidence }) => confidence), pl.Float64),
    },
    {
      name: "novelty",
      type: "number",
      series: pl.Series("", sample.map(({ novelty }) => novelty), pl.Float64),
    },
  ];
  const frame = pl.DataFrame(columns.map(({ name, series }) => series.alias(name)));
  return {
    name: tableName,
    title: { en: "Rows on the map", zh: "图中的数据行" },
    file: await keepFrame(frame, context),
    rows: sample.length,
    columns: columns.map(({ name, type }) => ({ name, type })),
  };
}
