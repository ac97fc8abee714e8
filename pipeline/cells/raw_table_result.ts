import type pl from "nodejs-polars";
import { plainFrame } from "../table/plain_frame.ts";
import type { CellContext, CellInputs, CellOutput } from "./cell_kind.ts";
import { countClasses, labelledRows } from "./label_rows.ts";
import { counted, countText, joinTexts } from "./number_text.ts";
import { columnWithRole, type Prepared, preparedSchema } from "./prepared_value.ts";

/** The result of a cell that gives a new raw table: its rows are what is looked at first. */
export function rawTableResult(
  table: Prepared,
  frame: pl.DataFrame,
  inputs: CellInputs,
  context: CellContext,
): CellOutput {
  tellWhatIsLeftBehind(inputs, context);
  const { rows, columns, preview } = table;
  const label = columnWithRole(columns, "label");
  const classes = label === null ? null : classesOf(frame, label);
  return {
    summary: joinTexts([
      {
        en: `${counted(rows, "row")} × ${counted(columns.length, "column")}`,
        zh: `${countText(rows)} 行 × ${countText(columns.length)} 列`,
      },
      classes === null ? { en: "no label", zh: "无标签列" } : {
        en: `${counted(classes.size, "class", "classes")} in "${label}"`,
        zh: `“${label}”列含 ${classes.size} 个类别`,
      },
    ], { en: ", ", zh: "，" }),
    figures: [],
    tables: [{
      name: "rows",
      title: { en: "Rows", zh: "数据行" },
      file: preview.file,
      rows,
      columns: columns.map(({ name, type }) => ({ name, type })),
    }],
    values: { table },
  };
}

function classesOf(frame: pl.DataFrame, label: string): ReadonlyMap<string, number> | null {
  const plain = plainFrame(frame.select(label)).frame;
  const labelled = labelledRows(plain, label);
  return labelled.length === 0 ? null : countClasses(plain, label, labelled);
}

/** Says where the inputs have steps or a split, which the new table has not. */
function tellWhatIsLeftBehind(inputs: CellInputs, context: CellContext): void {
  const tables = Object.values(inputs).flatMap((value) =>
    preparedSchema.safeParse(value).data ?? []
  );
  const steps = tables.reduce((sum, table) => sum + table.steps.length, 0);
  const isSplit = tables.some(({ split }) => split !== null);
  if (steps === 0 && !isSplit) return;
  const left = joinTexts([
    isSplit ? { en: "the split", zh: "划分" } : null,
    steps > 0 ? { en: counted(steps, "step"), zh: `${countText(steps)} 个步骤` } : null,
  ], { en: " and ", zh: "和" });
  context.notice({
    code: "cells/new-table",
    message: {
      en:
        `The result is a new table: ${left.en} above it stay behind, and no model or pipeline carries them along.`,
      zh: `结果是一张新表：不再带有上方的${left.zh}，模型和流水线也不会包含它们。`,
    },
  });
}
