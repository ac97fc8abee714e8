import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  packSummary,
  summarise,
  summaryLimit,
  unpackSummary,
} from "@/pipeline/model/training_summary.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { sampleTable } from "./sample_tables.ts";

describe("the training summary", () => {
  it("survives packing and keeps rows of every class", () => {
    const { matrix, labels } = sampleTable({ rows: 3000, width: 5, classes: 6 });
    const summary = summarise(matrix, labels, { keepRows: true, seed: 1 });
    assert.deepEqual(unpackSummary(packSummary(summary), "m.onnx"), summary);
    assert.equal(summary.reference.codes.length, 500);
    const counts = labels.classes.map((_, code) =>
      summary.reference.codes.filter((own) => own === code).length
    );
    assert.ok(Math.max(...counts) - Math.min(...counts) <= 1, `${counts}`);
    const kept = new Float32Array(Uint8Array.fromBase64(summary.reference.values).buffer);
    const known = new Set(
      Array.from(
        labels.codes,
        (code, row) => `${code}:${matrix.values.subarray(row * 5, row * 5 + 5)}`,
      ),
    );
    for (const [row, code] of summary.reference.codes.entries()) {
      assert.ok(known.has(`${code}:${kept.subarray(row * 5, row * 5 + 5)}`), `row ${row}`);
    }
  });

  it("says where its rows are from, unless they must not travel", () => {
    const { matrix, labels } = sampleTable({ rows: 40, width: 3, classes: 2 });
    const rowNumbers = Int32Array.from({ length: 40 }, (_, row) => 2 * row + 7);
    const groups = Array.from({ length: 40 }, (_, row) => row % 5 === 0 ? null : `incident ${row}`);
    const options = { seed: 1, rowNumbers, groups };
    const { reference } = summarise(matrix, labels, { ...options, keepRows: true });
    assert.deepEqual(reference.rows, [...rowNumbers]);
    assert.deepEqual(reference.groups, groups);
    const alone = summarise(matrix, labels, { seed: 1, keepRows: true }).reference;
    assert.deepEqual(alone.rows, Array.from({ length: 40 }, (_, row) => row + 1));
    assert.equal(alone.groups, undefined);
    const none = summarise(matrix, labels, { ...options, keepRows: false }).reference;
    assert.deepEqual(none, { codes: [], values: "" });
  });

  it("reads files that do not say where their rows are from", () => {
    const { matrix, labels } = sampleTable({ rows: 10, width: 3, classes: 2 });
    const summary = summarise(matrix, labels, { seed: 1, keepRows: true });
    const { rows: _, ...reference } = summary.reference;
    const old = { ...summary, reference };
    assert.deepEqual(unpackSummary(packSummary(old), "m.onnx"), old);
    const wrong = { ...summary, reference: { ...reference, groups: ["one"] } };
    assert.throws(() => unpackSummary(packSummary(wrong), "m.onnx"));
  });

  it("says null for what a column without values has", () => {
    const { labels } = sampleTable({ rows: 10, width: 1, classes: 2 });
    const empty = { names: ["empty"], rows: 10, values: new Float32Array(10).fill(NaN) };
    const [column] = summarise(empty, labels, { keepRows: false, seed: 1 }).columns;
    assert.deepEqual([column?.missing_share, column?.mean, column?.quantiles], [1, null, null]);
  });

  it("stays within its limit for a wide table", () => {
    const { matrix, labels } = sampleTable({ rows: 800, width: 4000, classes: 2 });
    const packed = packSummary(summarise(matrix, labels, { keepRows: true, seed: 1 }));
    assert.ok(packed.length <= summaryLimit, `${packed.length}`);
  });

  it("refuses what is damaged", () => {
    for (const packed of ["", "not base64!", btoa("not gzip")]) {
      assert.throws(
        () => unpackSummary(packed, "m.onnx"),
        (error) => error instanceof HealerError && error.problem.code === "model/broken-summary",
      );
    }
  });
});
