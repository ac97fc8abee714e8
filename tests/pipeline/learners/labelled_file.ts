import { readLabels } from "@/pipeline/table/labels.ts";
import { toFeatureMatrix } from "@/pipeline/table/frame_to_matrix.ts";
import { readTable } from "@/pipeline/table/read_table.ts";
import type { LabelledRows } from "./labelled_rows.ts";

/** The rows of a CSV file whose columns are all features but for `label` and `ignored`. */
export async function readLabelledFile(
  path: string,
  label: string,
  ignored: readonly string[],
  classes?: readonly string[],
): Promise<LabelledRows> {
  const { frame } = await readTable(path);
  const features = frame.columns.filter((name) => name !== label && !ignored.includes(name));
  return {
    matrix: toFeatureMatrix(frame, features).matrix,
    labels: readLabels(frame, label, classes).labels,
  };
}
