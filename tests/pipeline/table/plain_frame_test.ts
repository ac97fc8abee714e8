import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import pl from "nodejs-polars";
import { HealerError } from "@/pipeline/problem.ts";
import { plainFrame } from "@/pipeline/table/plain_frame.ts";

function typesOf(frame: pl.DataFrame): Record<string, string> {
  return Object.fromEntries(plainFrame(frame).columns.map(({ name, type }) => [name, type]));
}

describe("plainFrame", () => {
  it("keeps what a table can hold, whatever its columns are called", () => {
    const value = fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 }), { nil: null });
    const names = fc.uniqueArray(
      fc.constantFrom("a", "*", "^a$", "__proto__", "c0", "名 称", "1", ""),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(names, fc.array(value, { minLength: 1, maxLength: 20 }), (names, values) => {
        const frame = pl.DataFrame(
          names.map((_, index) => pl.Series(`x${index}`, values, pl.Float64).cast(pl.Int32)),
        );
        frame.columns = names;
        const plain = plainFrame(frame);
        assert.deepEqual(plain.frame.columns, names);
        assert.deepEqual(plain.frame.rows(), values.map((each) => names.map(() => each)));
        assert.deepEqual(plain.columns, names.map((name) => ({ name, type: "number" })));
        assert.deepEqual(plain.notices, []);
      }),
    );
  });

  it("makes times ISO texts, durations seconds, and texts that are times times", () => {
    const start = Date.UTC(2026, 2, 1, 8, 15);
    const frame = pl.DataFrame({
      ms: [start, start + 500, null],
      text: ["2026-03-01", "2026-03-02", null],
    })
      .withColumns(
        pl.col("ms").cast(pl.Int64).cast(pl.Datetime("ms")).alias("at"),
        pl.col("ms").cast(pl.Int64).cast(pl.Datetime("ms")).cast(pl.Date).alias("day"),
      ).withColumns(
        pl.col("at").minus(pl.lit(start).cast(pl.Int64).cast(pl.Datetime("ms"))).alias("since"),
        pl.lit("word").alias("word"),
      );
    assert.deepEqual(typesOf(frame), {
      ms: "number",
      text: "time",
      at: "time",
      day: "time",
      since: "number",
      word: "text",
    });
    const plain = plainFrame(frame).frame;
    assert.deepEqual(plain.getColumn("since").toArray(), [0, 0.5, null]);
    assert.deepEqual(plain.getColumn("day").toArray(), ["2026-03-01", "2026-03-01", null]);
    const whole = plainFrame(frame.head(1)).frame.getColumn("at").toArray();
    assert.deepEqual(whole, ["2026-03-01 08:15:00"]);
  });

  it("takes numbers that float32 cannot hold as missing, and says so", () => {
    const frame = pl.DataFrame({ x: [1, NaN, Infinity, -1e300], y: [1, 2, 3, 4] });
    const { frame: plain, notices } = plainFrame(frame);
    assert.deepEqual(plain.getColumn("x").toArray(), [1, null, null, null]);
    assert.deepEqual(notices.map(({ code }) => code), ["table/too-large-numbers"]);
    assert.match(notices[0]?.message.en ?? "", /: "x"\.$/);
    assert.deepEqual(plainFrame(pl.DataFrame({ x: [1, NaN] })).notices, []);
  });

  it("refuses lists, and names their columns", () => {
    const frame = pl.DataFrame({ x: [1], parts: [[1, 2]] });
    assert.throws(
      () => plainFrame(frame),
      (error) =>
        error instanceof HealerError && error.problem.code === "table/nested-columns" &&
        /"parts"/.test(error.problem.message.en),
    );
  });
});
