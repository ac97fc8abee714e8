import { toFeatureMatrix } from "../table/frame_to_matrix.ts";
import type { CellContext, CellInputs, CellOutput } from "./cell_kind.ts";
import { labelledRows, usableLabels } from "./label_rows.ts";
import { missingMapFigure } from "./missing_map_figure.ts";
import { counted, countText, joinTexts, percentText } from "./number_text.ts";
import { columnsWithRole, columnWithRole, preparedInput } from "./prepared_value.ts";
import {
  featureFigures,
  holesFigure,
  missingShare,
  profileColumns,
  profileTableColumns,
  profileTitle,
} from "./profile_columns.ts";
import { keepTable, readStored } from "./stored_table.ts";

/** How many features are drawn. */
const drawnFeatures = 6;

/** See {@linkcode profile}. */
export async function runProfile(
  inputs: CellInputs,
  _params: unknown,
  context: CellContext,
): Promise<CellOutput> {
  const { preview: { file, columns } } = preparedInput(inputs);
  const frame = await readStored(file, columns, context);
  context.progress(0.2, profileTitle);
  const profiles = profileColumns(frame, columns);
  context.progress(0.7, profileTitle);
  const { matrix } = toFeatureMatrix(frame, columnsWithRole(columns, "feature"));
  const label = columnWithRole(columns, "label");
  const labelled = label === null ? new Int32Array() : labelledRows(frame, label);
  const labels = label === null ? null : usableLabels(frame, label, labelled);
  const holes = [holesFigure(profiles), missingMapFigure(matrix)];
  const percent = percentText(missingShare(profiles));
  const warned = profiles.filter(({ warnings }) => warnings.length > 0).length;
  return {
    summary: joinTexts([
      {
        en: `${counted(frame.height, "row")} × ${counted(columns.length, "column")}`,
        zh: `${countText(frame.height)} 行 × ${countText(columns.length)} 列`,
      },
      { en: `${percent.en} holes`, zh: `缺失 ${percent.zh}` },
      warned === 0 ? null : {
        en: `${counted(warned, "column")} to look at`,
        zh: `${countText(warned)} 列需要留意`,
      },
    ], { en: ", ", zh: "，" }),
    figures: [
      ...holes.filter((figure) => figure !== undefined),
      ...featureFigures(matrix, labels, labelled, drawnFeatures),
    ],
    tables: [
      await keepTable("profile", profileTitle, profileTableColumns(profiles), context),
    ],
    values: {},
  };
}
