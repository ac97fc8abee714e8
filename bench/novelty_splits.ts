import { textCells } from "@/pipeline/diagnosis/diagnose_rows.ts";
import { Random } from "@/pipeline/random.ts";
import { simulate } from "@/pipeline/simulator/simulate.ts";
import {
  type FeatureMatrix,
  type Labels,
  takeLabels,
  takeRows,
} from "@/pipeline/table/feature_matrix.ts";
import { readTable } from "@/pipeline/table/read_table.ts";
import { readLabelledFile } from "@/tests/pipeline/learners/labelled_file.ts";
import { sharedFile } from "@/tests/shared.ts";

/** Incidents of normal rows and rows of one fault, or of normal rows alone. */
export interface Incidents {
  readonly matrix: FeatureMatrix;
  readonly labels: Labels;
  /** The incident of each row. */
  readonly groups: readonly string[];
  /** The index of the class that is no fault. */
  readonly normal: number;
}

/** Rows to train on and incidents to test, some of faults that the training rows do not have. */
export interface LeftOut {
  readonly train: { matrix: FeatureMatrix; labels: Labels; groups: string[] };
  readonly test: {
    matrix: FeatureMatrix;
    groups: string[]; /** The class in `Incidents`. */
    codes: Int32Array;
  };
}

/** This share of the incidents of each fault that stays is tested. */
const testedShare = 0.25;

/** Reads train and dev of DBSherlock as one table; undefined where they are not on this machine. */
export async function readIncidents(): Promise<Incidents | undefined> {
  const [train, dev] = ["train", "dev"].map((name) => sharedFile(`data/dbsherlock/${name}.csv`));
  if (train === undefined || dev === undefined) return undefined;
  const first = await readLabelledFile(train, "fault", ["case_id"]);
  const second = await readLabelledFile(dev, "fault", ["case_id"], first.labels.classes);
  const groupsOf = async (path: string, name: string): Promise<string[]> =>
    textCells((await readTable(path)).frame, "case_id").map((cell) => `${name} ${cell}`);
  const values = new Float32Array(first.matrix.values.length + second.matrix.values.length);
  values.set(first.matrix.values);
  values.set(second.matrix.values, first.matrix.values.length);
  const { classes } = first.labels;
  return {
    matrix: { ...first.matrix, rows: first.matrix.rows + second.matrix.rows, values },
    labels: { classes, codes: Int32Array.of(...first.labels.codes, ...second.labels.codes) },
    groups: [...await groupsOf(train, "train"), ...await groupsOf(dev, "dev")],
    normal: classes.indexOf("Normal"),
  };
}

/** Simulates incidents of a cluster; the score was not made with any of them. */
export function simulateIncidents(rows: number, seed: number): Incidents {
  const { columns, batches } = simulate({ rows, seed });
  const values = new Float32Array(rows * columns.length);
  const faults: string[] = [], groups: string[] = [];
  for (const batch of batches()) {
    values.set(
      batch.values.subarray(0, batch.rows * columns.length),
      groups.length * columns.length,
    );
    faults.push(...batch.labels);
    groups.push(...batch.incidents);
  }
  const classes = [...new Set(faults)].sort();
  return {
    matrix: { names: columns.map(({ name }) => name), rows, values },
    labels: { classes, codes: Int32Array.from(faults, (fault) => classes.indexOf(fault)) },
    groups,
    normal: classes.indexOf("normal"),
  };
}

/** Leaves the faults `left` out of training, and some incidents of every other one and of those without. */
export function leaveOut(
  { matrix, labels, groups, normal }: Incidents,
  left: readonly number[],
  random: Random,
): LeftOut {
  const faultOf = new Map<string, number>();
  for (const [row, code] of labels.codes.entries()) {
    const name = groups[row]!;
    if (code !== normal || !faultOf.has(name)) faultOf.set(name, code);
  }
  const tested = new Set<string>();
  for (const fault of labels.classes.keys()) {
    const own = random.shuffle(
      [...faultOf].flatMap(([name, each]) => each === fault ? [name] : []),
    );
    const kept = left.includes(fault) ? 0 : Math.round((1 - testedShare) * own.length);
    for (const name of own.slice(0, own.length - kept)) tested.add(name);
  }
  const rows = Array.from(groups.keys());
  const [test, train] = [true, false].map((isTested) =>
    rows.filter((row) => tested.has(groups[row]!) === isTested)
  );
  const classes = labels.classes.filter((_, code) => !left.includes(code));
  const known = labels.codes.map((code) => classes.indexOf(labels.classes[code]!));
  return {
    train: {
      matrix: takeRows(matrix, train!),
      labels: takeLabels({ classes, codes: known }, train!),
      groups: train!.map((row) => groups[row]!),
    },
    test: {
      matrix: takeRows(matrix, test!),
      groups: test!.map((row) => groups[row]!),
      codes: takeLabels(labels, test!).codes,
    },
  };
}
