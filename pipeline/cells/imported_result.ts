import type { Notice, Text } from "../problem.ts";
import { toFeatureMatrix } from "../table/frame_to_matrix.ts";
import type { Conversion } from "../table/convert_to_parquet.ts";
import type { CellContext, CellResult, CellTable } from "./cell_kind.ts";
import { classCountsFigure } from "./class_figures.ts";
import type { ImportedTable } from "./import_table.ts";
import { countClasses, labelledRows, usableLabels } from "./label_rows.ts";
import { counted, countText, joinTexts, percentText } from "./number_text.ts";
import { columnsWithRole, columnWithRole } from "./prepared_value.ts";
import {
  featureFigures,
  missingShare,
  profileColumns,
  profileTableColumns,
  profileTitle,
} from "./profile_columns.ts";
import { keepTable, type ShownColumn } from "./stored_table.ts";

/** How many features are drawn. */
const drawnFeatures = 3;

/** The result of a cell that starts with a table: what it holds, as words, figures and tables. */
export async function importedResult(
  imported: ImportedTable,
  context: CellContext,
): Promise<Omit<CellResult, "notices">> {
  const { prepared, conversion, head } = imported;
  const { columns } = prepared;
  context.progress(0.85, profileTitle);
  const profiles = profileColumns(head, columns);
  const { matrix } = toFeatureMatrix(head, columnsWithRole(columns, "feature"));
  const label = columnWithRole(columns, "label");
  const labelled = label === null ? new Int32Array() : labelledRows(head, label);
  const classes = label === null ? null : countClasses(head, label, labelled);
  const labels = label === null ? null : usableLabels(head, label, labelled);
  context.progress(0.95, profileTitle);

  const group = profiles.find(({ role }) => role === "group");
  const rows: CellTable = {
    name: "rows",
    title: { en: "Rows", zh: "数据行" },
    file: prepared.table,
    rows: prepared.rows,
    columns: columns.map(({ name, type }) => ({ name, type })),
  };
  const profile = await keepTable(
    "profile",
    profileTitle,
    profileTableColumns(profiles),
    context,
  );
  return {
    summary: joinTexts([
      joinTexts([
        {
          en: `${counted(prepared.rows, "row")} × ${counted(columns.length, "column")}`,
          zh: `${countText(prepared.rows)} 行 × ${countText(columns.length)} 列`,
        },
        classes === null ? { en: "no label", zh: "无标签列" } : {
          en: `${counted(classes.size, "class", "classes")} in "${label}"`,
          zh: `“${label}”列含 ${classes.size} 个类别`,
        },
        group === undefined ? null : {
          en: `${counted(group.distinct, "group")} in "${group.name}"`,
          zh: `“${group.name}”列含 ${countText(group.distinct)} 组`,
        },
        holesText(missingShare(profiles)),
      ], { en: ", ", zh: "，" }),
      quarantineText(conversion),
    ], { en: "; ", zh: "；" }),
    figures: [
      ...(classes === null || classes.size === 0 ? [] : [
        classCountsFigure({ en: "Rows of each class", zh: "各类别的行数" }, classes),
      ]),
      ...featureFigures(matrix, labels, labelled, drawnFeatures),
    ],
    tables: [profile, rows, ...await quarantineTables(conversion, context)],
    values: { table: prepared },
  };
}

function holesText(share: number): Text {
  const percent = percentText(share);
  return { en: `${percent.en} holes`, zh: `缺失 ${percent.zh}` };
}

function quarantineText({ badRowCount, badCellCount }: Conversion): Text | null {
  if (badRowCount + badCellCount === 0) return null;
  return joinTexts([
    badRowCount === 0 ? null : {
      en: `${counted(badRowCount, "row")} quarantined`,
      zh: `隔离 ${countText(badRowCount)} 行`,
    },
    badCellCount === 0 ? null : {
      en: `${counted(badCellCount, "unreadable cell")} taken as missing`,
      zh: `${countText(badCellCount)} 个无法读取的单元格按缺失处理`,
    },
  ], { en: ", ", zh: "，" });
}

/** What was set aside and why, with the place in the file. */
async function quarantineTables(
  { badRows, badCells }: Conversion,
  context: CellContext,
): Promise<CellTable[]> {
  const tables: CellTable[] = [];
  if (badRows.length > 0) {
    tables.push(
      await keepTable(
        "quarantined",
        { en: "Quarantined rows", zh: "隔离的行" },
        [...placeColumns(badRows), { name: "text", type: "text", values: badRows.map(rawOf) }],
        context,
      ),
    );
  }
  if (badCells.length > 0) {
    tables.push(
      await keepTable("bad-cells", { en: "Unreadable cells", zh: "无法读取的单元格" }, [
        ...placeColumns(badCells),
        { name: "column", type: "text", values: badCells.map(({ column }) => column) },
        { name: "text", type: "text", values: badCells.map(rawOf) },
      ], context),
    );
  }
  return tables;
}

function placeColumns(
  bad: readonly {
    readonly row: number;
    readonly line: number;
    readonly reason: Pick<Notice, "message">;
  }[],
): ShownColumn[] {
  return [
    { name: "row", type: "number", values: bad.map(({ row }) => row) },
    { name: "line", type: "number", values: bad.map(({ line }) => line) },
    { name: "reason", type: "text", values: bad.map(({ reason }) => reason.message.en) },
    { name: "原因", type: "text", values: bad.map(({ reason }) => reason.message.zh) },
  ];
}

function rawOf({ raw }: { readonly raw: string }): string {
  return raw;
}
