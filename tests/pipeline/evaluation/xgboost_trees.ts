import { z } from "zod";
import type { TreeEnsemble } from "@/pipeline/learners/tree_ensemble.ts";
import type { FeatureMatrix } from "@/pipeline/table/feature_matrix.ts";

const numbers = z.array(z.number());

const treeSchema = z.object({
  feature: numbers,
  /** `value < condition` goes left; the value of a leaf. */
  condition: numbers,
  defaultLeft: numbers,
  /** -1 for a leaf. */
  left: numbers,
  right: numbers,
  cover: numbers,
});

const caseSchema = z.object({
  name: z.string(),
  outputs: z.int(),
  rows: z.array(z.array(z.number().nullable())),
  outputOfTree: numbers,
  trees: z.array(treeSchema),
  margins: z.array(numbers),
  /** Rows × outputs × (features and at the end the mean). */
  contributions: z.array(z.array(numbers)),
});

/** What `xgboost_shap.py` prints on one line. */
export type XgboostCase = z.infer<typeof caseSchema>;

/** Reads what `xgboost_shap.py` prints. */
export function readXgboostCases(text: string): XgboostCase[] {
  return text.trim().split("\n").map((line) => caseSchema.parse(JSON.parse(line)));
}

/** The rows of a case as a matrix. */
export function matrixOfCase({ rows }: Pick<XgboostCase, "rows">): FeatureMatrix {
  return {
    names: rows[0]!.map((_, column) => `f${column}`),
    rows: rows.length,
    values: Float32Array.from(rows.flat(), (value) => value ?? NaN),
  };
}

/** XGBoost's trees as ours; its own constant is not in them. */
export function treesOfCase(
  { trees, outputs, outputOfTree }: Pick<XgboostCase, "trees" | "outputs" | "outputOfTree">,
): TreeEnsemble {
  const firstNode = [0];
  for (const tree of trees) firstNode.push(firstNode.at(-1)! + tree.left.length);
  const nodes = trees.flatMap((tree, index) =>
    tree.left.map((left, node) => ({
      isLeaf: left < 0,
      feature: left < 0 ? -1 : tree.feature[node]!,
      condition: tree.condition[node]!,
      missingLeft: tree.defaultLeft[node]!,
      left: left < 0 ? 0 : left + firstNode[index]!,
      right: left < 0 ? 0 : tree.right[node]! + firstNode[index]!,
      cover: tree.cover[node]!,
      output: outputOfTree[index]!,
    }))
  );
  const leafStart = Int32Array.of(0, ...nodes.map(({ isLeaf }) => isLeaf ? 1 : 0));
  for (let node = 1; node < leafStart.length; node++) leafStart[node]! += leafStart[node - 1]!;
  const leaves = nodes.filter(({ isLeaf }) => isLeaf);
  return {
    outputs,
    roots: Int32Array.from(firstNode),
    feature: Int32Array.from(nodes, ({ feature }) => feature),
    threshold: Float32Array.from(
      nodes,
      ({ isLeaf, condition }) => isLeaf ? 0 : floatBelow(condition),
    ),
    missingLeft: Uint8Array.from(nodes, ({ missingLeft }) => missingLeft),
    left: Int32Array.from(nodes, ({ left }) => left),
    right: Int32Array.from(nodes, ({ right }) => right),
    cover: Float32Array.from(nodes, ({ cover }) => cover),
    leafStart,
    leafOutput: Int32Array.from(leaves, ({ output }) => output),
    leafValue: Float32Array.from(leaves, ({ condition }) => condition),
  };
}

/** The largest float32 below `value`: less than the one is up to the other. */
function floatBelow(value: number): number {
  const float = Float32Array.of(value);
  if (float[0] === 0) return -(2 ** -149);
  const bits = new Int32Array(float.buffer);
  bits[0]! += float[0]! > 0 ? -1 : 1;
  return float[0]!;
}
