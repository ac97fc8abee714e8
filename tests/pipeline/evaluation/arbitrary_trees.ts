import fc from "fast-check";
import { joinTrees, type TreeEnsemble } from "@/pipeline/learners/tree_ensemble.ts";
import type { FeatureMatrix } from "@/pipeline/table/feature_matrix.ts";

/** A tree before it is laid out in arrays. */
type Tree = Leaf | Split;

interface Leaf {
  readonly cover: number;
  /** What it adds to some outputs. */
  readonly entries: readonly (readonly [output: number, value: number])[];
}

interface Split {
  readonly feature: number;
  readonly threshold: number;
  readonly missingLeft: boolean;
  readonly left: Tree;
  readonly right: Tree;
}

/** Values and thresholds are few, so that rows lie on thresholds and features come up again on a path. */
const value = fc.constantFrom(-2, -1, 0, 0.5, 1, 3);

/** Ensembles of up to three small trees, with some leaves that no training row reached. */
export function arbitraryTrees(features: number, outputs: number): fc.Arbitrary<TreeEnsemble> {
  const leaf = fc.record({
    cover: fc.constantFrom(0, 1, 2, 5, 9),
    entries: fc.uniqueArray(
      fc.tuple(fc.nat(outputs - 1), fc.integer({ min: -8, max: 8 })),
      { selector: ([output]) => output, maxLength: outputs },
    ),
  });
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small", maxDepth: 5, withCrossShrink: true },
      leaf,
      fc.record({
        feature: fc.nat(features - 1),
        threshold: value,
        missingLeft: fc.boolean(),
        left: tie("tree"),
        right: tie("tree"),
      }),
    ),
  }));
  return fc.array(tree, { minLength: 1, maxLength: 3 })
    .map((trees) => joinTrees(trees.map((each) => layOut(each, outputs)), outputs));
}

/** Some rows for {@linkcode arbitraryTrees}, with holes. */
export function arbitraryRows(features: number): fc.Arbitrary<FeatureMatrix> {
  const row = fc.array(fc.oneof(value, fc.constant(NaN)), {
    minLength: features,
    maxLength: features,
  });
  return fc.array(row, { minLength: 1, maxLength: 3 }).map((rows) => ({
    names: Array.from({ length: features }, (_, index) => `f${index}`),
    rows: rows.length,
    values: Float32Array.from(rows.flat()),
  }));
}

function layOut(tree: Tree, outputs: number): TreeEnsemble {
  const nodes: Tree[] = [];
  const children: { left: number; right: number }[] = [];
  const add = (node: Tree): number => {
    const place = nodes.push(node) - 1;
    children.push({ left: 0, right: 0 });
    if ("feature" in node) children[place] = { left: add(node.left), right: add(node.right) };
    return place;
  };
  add(tree);
  const entries = nodes.map((node) => "feature" in node ? [] : node.entries);
  const leafStart = Int32Array.of(0, ...entries.map(({ length }) => length));
  for (let node = 1; node < leafStart.length; node++) leafStart[node]! += leafStart[node - 1]!;
  return {
    outputs,
    roots: Int32Array.of(0, nodes.length),
    feature: Int32Array.from(nodes, (node) => "feature" in node ? node.feature : -1),
    threshold: Float32Array.from(nodes, (node) => "feature" in node ? node.threshold : 0),
    missingLeft: Uint8Array.from(nodes, (node) => "feature" in node && node.missingLeft ? 1 : 0),
    left: Int32Array.from(children, ({ left }) => left),
    right: Int32Array.from(children, ({ right }) => right),
    cover: Float32Array.from(nodes, coverOf),
    leafStart,
    leafOutput: Int32Array.from(entries.flat(), ([output]) => output),
    leafValue: Float32Array.from(entries.flat(), ([, amount]) => amount),
  };
}

function coverOf(tree: Tree): number {
  return "feature" in tree ? coverOf(tree.left) + coverOf(tree.right) : tree.cover;
}
