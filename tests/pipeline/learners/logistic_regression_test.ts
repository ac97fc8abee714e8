import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { logisticRegression } from "@/pipeline/learners/logistic_regression.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import type { Notice } from "@/pipeline/problem.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import type { LabelledRows } from "@/pipeline/steps/row_step.ts";
import { takeRows } from "@/pipeline/table/feature_matrix.ts";
import { runGraph } from "../onnx/run_graph.ts";
import { assertClose } from "../steps/assert_close.ts";
import { cyclicRows, rowsWhere } from "./cyclic_rows.ts";

async function fit(
  { matrix, labels }: LabelledRows,
  params: Record<string, unknown>,
  notices: Notice[] = [],
) {
  return await logisticRegression.fit(matrix, labels, logisticRegression.params.parse(params), {
    ...quietContext(),
    notice: (notice) => notices.push(notice),
  });
}

/** 94 rows, 14 of them of the last class: keep = (y != 2) | (i % 9 == 2). */
const unbalanced = rowsWhere(cyclicRows(), (row, code) => code !== 2 || row % 9 === 2);

/**
 * LogisticRegression(multi_class="multinomial", solver="newton-cg", tol=1e-12, max_iter=100000, …)
 * .fit(X[keep], y[keep]) of scikit-learn 1.2.1: `coef_`, and predict_proba(X[:3]).
 */
const references = [
  {
    params: { C: 0.5 },
    coefficients: [
      [-1.2286342206393552, 0.747033560650807, -0.8934257295861199, 0.3146650332646883],
      [1.7482342704679525, 0.5306499656333036, 0.382744626286513, -0.28426683211502835],
      [-0.5196000498285968, -1.27768352628411, 0.5106811032996071, -0.03039820114965977],
    ],
    probabilities: [
      [0.7244837083226717, 0.05916724256589295, 0.2163490491114353],
      [0.44582488006655996, 0.5088176582688123, 0.045357461664627764],
      [0.06994925085580814, 0.19802679646508864, 0.7320239526791033],
    ],
  },
  {
    params: { C: 5, classWeight: "balanced" },
    coefficients: [
      [-2.067773635192535, 1.1710834606512526, -2.1420923724808767, 0.8026137980558355],
      [3.467579231169522, 0.754590034202953, 0.65245099085524, -0.8643730701335143],
      [-1.399805595976984, -1.925673494854203, 1.4896413816256353, 0.06175927207768046],
    ],
    probabilities: [
      [0.7332441372737479, 0.007066312691545538, 0.2596895500347066],
      [0.45073030523535, 0.5083461376906901, 0.04092355707395987],
      [0.003548481716122988, 0.034136285550624174, 0.9623152327332529],
    ],
  },
];

/**
 * LogisticRegression(multi_class="multinomial", solver="saga", penalty="l1" or "elasticnet", tol=1e-13,
 * max_iter=2000000, …).fit(X[keep], y[keep]) of scikit-learn 1.2.1.
 */
const sparseReferences = [
  {
    params: { penalty: "l1", C: 0.5 },
    coefficients: [
      [0, 0.0177189261560563, -1.1886919312433462, 0],
      [3.709736323335928, 0, 0, 0],
      [0, -2.03782510624181, 0, 0],
    ],
    probabilities: [
      [0.6926583050638717, 0.020707261036532063, 0.2866344338995963],
      [0.40906813208601356, 0.5574717884130684, 0.03346007950091806],
      [0.09699964369875955, 0.1555925146439756, 0.7474078416572649],
    ],
  },
  {
    params: { penalty: "l1", C: 0.2, classWeight: "balanced" },
    coefficients: [[0, 0, 0, 0], [1.7291976017811668, 0, 0, 0], [0, -1.7030365663437117, 0, 0]],
    probabilities: [
      [0.2980208603492238, 0.08505667935230132, 0.6169224602984749],
      [0.3848312770596018, 0.491286081283559, 0.1238826416568391],
      [0.09709344192963698, 0.09837287348311805, 0.8045336845872451],
    ],
  },
  {
    params: { penalty: "elastic-net", C: 1, l1Ratio: 0.3 },
    coefficients: [
      [-1.4781480639436588, 0.7650762923699775, -1.3262194608912201, 0.4416500431408848],
      [2.488928684619168, 0.47456097880838866, 0.3515307843397187, -0.3562415380000714],
      [-0.5822091921067065, -1.6682086997471277, 0.5461172479848461, 0],
    ],
    probabilities: [
      [0.7819503535316675, 0.02816137514273339, 0.18988827132559916],
      [0.44094291926518325, 0.52601609320751, 0.03304098752730679],
      [0.03745491647068324, 0.14873577476445834, 0.8138093087648585],
    ],
  },
];

describe("logistic-regression", () => {
  for (const { params, coefficients, probabilities } of sparseReferences) {
    it(`equals scikit-learn with ${JSON.stringify(params)}, zeros exactly`, async () => {
      const fitted = await fit(unbalanced, { ...params, tolerance: 1e-9 });
      const byClass = coefficients.flatMap((_, code) =>
        [0, 1, 2, 3].map((column) => fitted.coefficients[column * 3 + code]!)
      );
      assertClose(byClass, coefficients.flat(), 1e-4);
      assert.deepEqual(
        byClass.map((coefficient) => coefficient === 0),
        coefficients.flat().map((coefficient) => coefficient === 0),
      );
      const first = takeRows(cyclicRows().matrix, [0, 1, 2]);
      assertClose(logisticRegression.predict(fitted, first), probabilities.flat(), 1e-5);
    });
  }

  it("leaves out every column under a strong L1 penalty: classes keep their shares", async () => {
    const fitted = await fit(unbalanced, { penalty: "l1", C: 0.001, tolerance: 1e-9 });
    assert.ok(fitted.coefficients.every((coefficient) => coefficient === 0));
    const predicted = logisticRegression.predict(fitted, takeRows(unbalanced.matrix, [0]));
    assertClose(predicted, [40 / 94, 40 / 94, 14 / 94], 1e-6);
  });

  for (const { params, coefficients, probabilities } of references) {
    it(`equals scikit-learn with ${JSON.stringify(params)}`, async () => {
      const fitted = await fit(unbalanced, { ...params, tolerance: 1e-9 });
      const byClass = coefficients.map((_, code) =>
        [0, 1, 2, 3].map((column) => fitted.coefficients[column * 3 + code]!)
      );
      assertClose(byClass.flat(), coefficients.flat(), 1e-4);
      const first = takeRows(cyclicRows().matrix, [0, 1, 2]);
      assertClose(logisticRegression.predict(fitted, first), probabilities.flat(), 1e-5);
    });
  }

  it("equals scikit-learn's binary form of twice the C where there are two classes", async () => {
    const two = rowsWhere(cyclicRows(), (_, code) => code < 2);
    const fitted = await fit(two, { tolerance: 1e-9 });
    const predicted = logisticRegression.predict(fitted, takeRows(two.matrix, [0, 1, 2, 3]));
    // LogisticRegression(C=2, tol=1e-12).fit(X[y < 2], y[y < 2]).predict_proba(X[y < 2][:4])[:, 1]
    const second = [
      0.041767451645679354,
      0.5353418565527537,
      0.09489334565488956,
      0.6763319876851186,
    ];
    assertClose(second.map((_, row) => predicted[row * 3 + 1]!), second, 2e-5);
    assert.ok(second.every((_, row) => predicted[row * 3 + 2] === 0));
  });

  it("does not mind where the columns lie, nor columns that repeat each other", async () => {
    const { matrix, labels } = unbalanced;
    const values = Float32Array.from(
      { length: matrix.rows * 5 },
      (_, cell) => {
        const row = Math.floor(cell / 5), column = cell % 5;
        return matrix.values[row * 4 + column % 4]! + (column === 0 ? 1000 : 0);
      },
    );
    const moved = { names: [...matrix.names, "a again"], rows: matrix.rows, values };
    const fitted = await fit({ matrix: moved, labels }, { tolerance: 1e-9, C: 1e5 });
    const plain = await fit(unbalanced, { tolerance: 1e-9, C: 1e5 });
    assertClose(
      logisticRegression.predict(fitted, moved),
      logisticRegression.predict(plain, matrix),
      2e-3,
    );
  });

  it("counts a hole as the column's mean, in ONNX too", async () => {
    const fitted = await fit(unbalanced, {});
    const { matrix } = cyclicRows();
    const holed = takeRows(matrix, [0, 0, 1]);
    holed.values[1] = NaN;
    holed.values[5] = fitted.means[1]!;
    const predicted = logisticRegression.predict(fitted, holed);
    assertClose(predicted.subarray(0, 3), predicted.subarray(3, 6), 1e-6);
    holed.values.fill(3e38, 8);
    const graph = new GraphBuilder();
    const output = logisticRegression.lower(fitted, graph, graph.input);
    assertClose(
      await runGraph(graph, output, holed),
      logisticRegression.predict(fitted, holed),
      1e-6,
    );
  });

  it("says so when it has to stop early", async () => {
    const notices: Notice[] = [];
    await fit(unbalanced, { tolerance: 1e-9, iterations: 3 }, notices);
    assert.deepEqual(notices.map((notice) => notice.code), ["learners/not-converged"]);
    await fit(unbalanced, {}, notices);
    assert.equal(notices.length, 1);
  });
});
