import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import type { OutOfFold } from "@/pipeline/model/out_of_fold.ts";
import {
  outOfFoldLimit,
  packOutOfFold,
  unpackOutOfFold,
} from "@/pipeline/model/stored_out_of_fold.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { predictedRows } from "./predicted_rows.ts";

function unpack({ labels }: OutOfFold, text: string | null) {
  assert.ok(text !== null);
  return unpackOutOfFold(text, labels.classes, "model.onnx");
}

describe("out-of-fold predictions in a model file", () => {
  it("come back as they were, but for the names of the groups", () => {
    const data = predictedRows({ rows: 500, seed: 1 });
    const groups = data.labels.codes.map((_, row) => Math.floor(row / 7));
    const grouped: OutOfFold = {
      ...data,
      rows: data.rows.map((row) => 2 * row),
      labels: { ...data.labels, groups },
      groups: Array.from(groups, (group) => `incident ${group}`),
    };
    const { text, kept } = packOutOfFold(grouped, 0);
    assert.equal(kept, 500);
    const { groups: _, ...expected } = grouped;
    assert.deepEqual(unpack(grouped, text), expected);
  });

  it("are sampled where they would take more than 2 MB, each class by its share", () => {
    const shares = [0.6, 0.3, 0.1, ...Array<number>(5).fill(0.01)];
    const data = predictedRows({ rows: 60_000, seed: 2, shares });
    const { text, kept } = packOutOfFold(data, 0);
    assert.ok(text !== null && text.length <= outOfFoldLimit && text.length > 0.8 * outOfFoldLimit);
    const back = unpack(data, text);
    assert.equal(back.rows.length, kept);
    assert.ok(kept < 60_000);
    const shareOf = (codes: Int32Array, code: number): number =>
      codes.filter((each) => each === code).length / codes.length;
    for (const code of shares.keys()) {
      const difference = shareOf(back.labels.codes, code) - shareOf(data.labels.codes, code);
      assert.ok(Math.abs(difference) < 0.001);
    }
    for (const [position, row] of back.rows.slice(0, 100).entries()) {
      assert.equal(back.labels.codes[position], data.labels.codes[row]);
      assert.equal(back.foldOf[position], data.foldOf[row]);
      assert.deepEqual(
        back.probabilities.subarray(position * 8, position * 8 + 8),
        data.probabilities.subarray(row * 8, row * 8 + 8),
      );
    }
  });

  it("are left out where there are too many classes for two rows of each", () => {
    const shares = Array<number>(600).fill(1 / 600);
    assert.deepEqual(packOutOfFold(predictedRows({ rows: 2400, seed: 4, shares }), 0), {
      text: null,
      kept: 0,
    });
  });

  it("are refused when they are damaged", () => {
    const data = predictedRows({ rows: 60, seed: 3 });
    const whole = packOutOfFold(data, 0).text ?? "";
    const texts = [
      "",
      "?",
      gzipSync("{}").toString("base64"),
      whole.slice(8),
    ];
    for (const text of texts) {
      assert.throws(
        () => unpack(data, text),
        (error) =>
          error instanceof HealerError && error.problem.code === "model/broken-out-of-fold",
      );
    }
  });
});
