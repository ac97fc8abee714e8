import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { foldLayer, predictNetwork } from "@/pipeline/learners/network/fitted_network.ts";
import { padded } from "@/pipeline/learners/network/network_plan.ts";
import { batchRows, smallNetwork } from "./small_network.ts";

const rows = { from: 0, to: batchRows };
const batch = { rows: batchRows, seed: 3 };

/** How fast `loss` rises with one number, measured on both sides of its value. */
function slopesBeside(numbers: Float32Array, cell: number, loss: () => number): [number, number] {
  const value = numbers[cell]!, step = 2e-3;
  const middle = loss();
  numbers[cell] = value + step;
  const above = loss();
  numbers[cell] = value - step;
  const below = loss();
  numbers[cell] = value;
  return [(middle - below) / step, (above - middle) / step];
}

describe("the passes of a network", () => {
  for (const activation of ["leaky-relu", "relu", "gelu"] as const) {
    for (const batchNormalisation of [false, true]) {
      for (const dropout of [0, 0.3]) {
        const how = `${activation}, batch normalisation ${batchNormalisation}, dropout ${dropout}`;
        it(`give the gradient that finite differences give (${how})`, () => {
          const { memory, passes } = smallNetwork({ activation, batchNormalisation, dropout });
          const { values, codes, losses } = memory.batch;
          const meanLoss = (): number => {
            passes.forward(values, rows, batch);
            passes.loss(codes, rows, losses, 0);
            return losses.subarray(0, batchRows).reduce((sum, loss) => sum + loss) / batchRows;
          };
          passes.forward(values, rows, batch);
          passes.loss(codes, rows, losses, 0, batchRows);
          passes.backward(rows, batchRows);
          passes.update(values, batchRows, 0);
          for (const { weights, bias, normalisation, inputs, outputs } of memory.layers) {
            const width = padded(outputs);
            const trained = [
              { ...weights, cells: [0, 1, width, (inputs - 1) * width + outputs - 1] },
              { ...bias, cells: [0, outputs - 1] },
              ...(normalisation
                ? [normalisation.scale, normalisation.shift].map((each) => ({
                  ...each,
                  cells: [0, outputs - 1],
                }))
                : []),
            ];
            for (const { values: numbers, gradient, cells } of trained) {
              for (const cell of cells) {
                const [below, above] = slopesBeside(numbers, cell, meanLoss);
                const found = gradient[cell]!;
                const slack = 1e-3 + 0.01 * Math.abs(found);
                // At the bend of a rectified unit the two differ, and only one of them holds.
                assert.ok(found > Math.min(below, above) - slack, `${found} in ${below}, ${above}`);
                assert.ok(found < Math.max(below, above) + slack, `${found} in ${below}, ${above}`);
              }
            }
          }
        });
      }
    }
  }

  it("leave the numbers that fill up the widths at zero", () => {
    const { memory, passes } = smallNetwork({ batchNormalisation: true });
    const { values, codes, losses } = memory.batch;
    for (let step = 0; step < 3; step++) {
      passes.forward(values, rows, batch);
      passes.loss(codes, rows, losses, 0, batchRows);
      passes.backward(rows, batchRows);
      passes.update(values, batchRows, 0.01);
    }
    for (const { weights, bias, outputs, inputs } of memory.layers) {
      const width = padded(outputs);
      weights.values.forEach((weight, cell) => {
        const isFilling = cell % width >= outputs || cell >= inputs * width;
        assert.equal(weight === 0, isFilling, `cell ${cell}`);
      });
      assert.ok(bias.values.subarray(outputs).every((each) => each === 0));
    }
  });

  it("give what the folded network predicts, batch normalisation by its running averages", () => {
    for (const activation of ["leaky-relu", "relu", "gelu"] as const) {
      const { plan, memory, passes } = smallNetwork({ activation, batchNormalisation: true });
      const { values, codes, losses } = memory.batch;
      for (let step = 0; step < 5; step++) {
        passes.forward(values, rows, batch);
        passes.loss(codes, rows, losses, 0, batchRows);
        passes.backward(rows, batchRows);
        passes.update(values, batchRows, 0.05);
      }
      passes.forward(values, rows);
      passes.loss(codes, rows, losses, 0);
      const width = padded(plan.inputs);
      const probabilities = predictNetwork({
        inputs: {
          means: new Float64Array(plan.inputs),
          factors: new Float64Array(plan.inputs).fill(1),
        },
        activation,
        layers: memory.layers.map(foldLayer),
      }, {
        names: ["a", "b", "c", "d", "e"],
        rows: batchRows,
        values: Float32Array.from(
          { length: batchRows * plan.inputs },
          (_, cell) => values[Math.floor(cell / plan.inputs) * width + cell % plan.inputs]!,
        ),
      });
      for (let row = 0; row < batchRows; row++) {
        const code = codes[row]!;
        const loss = -plan.classWeights[code]! *
          Math.log(probabilities[row * plan.outputs + code]!);
        assert.ok(Math.abs(loss - losses[row]!) < 1e-4, `${loss}, ${losses[row]}`);
      }
    }
  });
});
