import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type ColumnProfile, profileTable } from "@/pipeline/table/profile.ts";
import { sharedFile, skipWithout } from "../../shared.ts";
import { type Cells, columnsOf, csvFrame, frameOf, problemOf } from "./frames.ts";

function profilesOf(...columns: (readonly [string, Cells])[]): ColumnProfile[] {
  const frame = frameOf(...columns);
  return profileTable(frame, columnsOf(frame));
}

function profileOf(cells: Cells): ColumnProfile {
  const [, profile] = profilesOf(["first", cells.map(() => null)], ["column", cells]);
  assert.ok(profile !== undefined);
  return profile;
}

function warningsOf(cells: Cells): string[] {
  return codesOf(profileOf(cells));
}

function codesOf(profile: ColumnProfile | undefined): string[] {
  const warnings = profile?.warnings ?? [];
  for (const { message } of warnings) assert.ok(message.en !== "" && message.zh !== "");
  return warnings.map(({ code }) => code);
}

describe("profileTable", () => {
  it("profiles numbers with holes", () => {
    const { numbers, ...profile } = profileOf([2.5, null, 1, 2.5, NaN]);
    assert.deepEqual(profile, {
      name: "column",
      type: "number",
      rows: 5,
      missing: 2,
      missingShare: 0.4,
      distinct: 2,
      warnings: [],
    });
    assert.deepEqual([numbers?.min, numbers?.max, numbers?.mean], [1, 2.5, 2]);
    assert.equal(numbers?.histogram.counts.reduce((sum, count) => sum + count), 3);
  });

  it("profiles text, booleans and times by their most frequent values", () => {
    const text = profileOf(["b", "～", null, "b", "😀", "a"]);
    assert.deepEqual([text.type, text.missing, text.distinct], ["text", 1, 4]);
    assert.deepEqual(text.frequent, [
      { value: "b", count: 2 },
      { value: "a", count: 1 },
      { value: "～", count: 1 },
      { value: "😀", count: 1 },
    ]);
    assert.equal(text.numbers, undefined);
    const flags = profileOf([true, false, null, true]);
    assert.deepEqual(flags.frequent, [{ value: "true", count: 2 }, { value: "false", count: 1 }]);
    const many = profileOf(Array.from({ length: 30 }, (_, row) => `value ${row % 15}`));
    assert.deepEqual([many.distinct, many.frequent?.length], [15, 10]);
    const frame = frameOf(["t", ["2026-01-01", "2026-01-01"]]);
    const [times] = profileTable(frame, [{ name: "t", type: "time" }]);
    assert.deepEqual(times?.frequent, [{ value: "2026-01-01", count: 2 }]);
  });

  it("counts rows, holes and different values of any numbers", () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.double(),
      fc.constantFrom(0, -0, 1e17, 1e17 + 16, -1.7e17, 2 ** 24 + 1, 1e300, Infinity),
    );
    const columns = fc.integer({ min: 1, max: 12 }).chain((rows) =>
      fc.array(fc.array(cell, { minLength: rows, maxLength: rows }), { maxLength: 5 })
    );
    fc.assert(
      fc.property(columns, (given) => {
        const profiles = profilesOf(...given.map((cells, index) => [`${index}`, cells] as const));
        assert.equal(profiles.length, given.length);
        given.forEach((cells, index) => {
          const profile = profiles[index];
          const present = cells.filter((value) => value !== null && !Number.isNaN(value));
          const finite = present.map(Number).filter(Number.isFinite);
          assert.equal(profile?.rows, cells.length);
          assert.equal(profile?.missing, cells.length - present.length);
          assert.equal(profile?.distinct, new Set(finite).size);
          assert.equal(
            profile?.numbers?.min,
            finite.length === 0 ? undefined : Math.min(...finite),
          );
          assert.equal(
            profile?.numbers?.max,
            finite.length === 0 ? undefined : Math.max(...finite),
          );
        });
      }),
      { numRuns: 300 },
    );
  });

  it("warns of constant, empty and mostly empty columns", () => {
    assert.deepEqual(warningsOf([3, 3, null]), ["profile/constant"]);
    assert.deepEqual(warningsOf(["x", "x"]), ["profile/constant"]);
    assert.deepEqual(warningsOf([null, null]), ["profile/all-missing"]);
    assert.deepEqual(warningsOf(["", null]), ["profile/constant"]);
    assert.deepEqual(warningsOf([1, 2, null, null, null]), ["profile/mostly-missing"]);
    assert.deepEqual(warningsOf(["a", "b", null, null, null]), ["profile/mostly-missing"]);
    assert.deepEqual(warningsOf([1, 2, null, null]), []);
  });

  it("warns of exact copies and names the first of them", () => {
    const profiles = profilesOf(
      ["a", [1, null, 0.5]],
      ["shuffled", [0.5, null, 1]],
      ["b", [1, null, 0.5]],
      ["text", ["1", null, "0.5"]],
      ["c", [1, null, 0.5]],
      ["same text", ["1", null, "0.5"]],
      ["other hole", [null, 1, 0.5]],
      ["shuffled text", ["0.5", null, "1"]],
    );
    const copies = profiles.flatMap(({ name, warnings }) =>
      warnings.map(({ message }) => [name, message.en])
    );
    assert.deepEqual(copies, [
      ["b", 'The column "b" is an exact copy of "a".'],
      ["c", 'The column "c" is an exact copy of "a".'],
      ["same text", 'The column "same text" is an exact copy of "text".'],
    ]);
  });

  it("takes −0 and 0 for the same", () => {
    const [, copy] = profilesOf(["a", [0, 1]], ["b", [-0, 1]]);
    assert.deepEqual(codesOf(copy), ["profile/duplicate"]);
    assert.equal(profileOf([0, -0]).distinct, 1);
  });

  it("warns of columns that look like row identifiers", () => {
    const counting = Array.from({ length: 12 }, (_, row) => row + 5);
    assert.deepEqual(warningsOf(counting), ["profile/id-like"]);
    assert.deepEqual(warningsOf(counting.map((value) => `host ${value}`)), ["profile/id-like"]);
    assert.deepEqual(warningsOf(counting.map(Math.sqrt)), []);
    const squares = counting.map((value) => value ** 2);
    const [first, second] = profilesOf(["a", squares], ["b", squares.map((value) => value + 1)]);
    assert.deepEqual([codesOf(first), codesOf(second)], [["profile/id-like"], []]);
  });

  it("warns of numbers that float32 rounds or cannot hold", () => {
    assert.deepEqual(warningsOf([0.5, 2 ** 24]), []);
    const [rounded] = profileOf([2 ** 24, 2 ** 24 + 1, 5]).warnings;
    assert.equal(rounded?.code, "profile/beyond-exact");
    assert.match(rounded?.message.en ?? "", /3 different values become 2\.$/);
    assert.match(profileOf([2 ** 25, 5]).warnings[0]?.message.en ?? "", /stay different\.$/);
    assert.deepEqual(warningsOf([1, 3.5e38]), ["profile/beyond-exact", "profile/overflow"]);
    assert.deepEqual(warningsOf([1, 2, -Infinity]), ["profile/overflow"]);
    const largest = (2 - 2 ** -23) * 2 ** 127;
    assert.deepEqual(warningsOf([1, largest]), ["profile/beyond-exact"]);
    assert.equal(Math.fround(largest + 2 ** 103), Infinity);
    assert.deepEqual(warningsOf([1, largest + 2 ** 103]), [
      "profile/beyond-exact",
      "profile/overflow",
    ]);
  });

  it("works for no rows, no columns and odd names, and refuses absent columns", () => {
    assert.deepEqual(profilesOf(), []);
    const [empty] = profilesOf(["a", []]);
    assert.deepEqual([empty?.rows, empty?.missing, empty?.missingShare], [0, 0, 0]);
    for (const name of ["__proto__", "", "*", "^a.*$", "😀", "count", "x".repeat(10_000)]) {
      const [numbers, texts] = profilesOf([name, [1, 2]], [`${name} text`, ["a", "a"]]);
      assert.deepEqual([numbers?.name, numbers?.distinct, texts?.distinct], [name, 2, 1]);
      assert.deepEqual(profilesOf([name, ["a", "b"]])[0]?.distinct, 2);
    }
    const frame = frameOf(["cpu", [1]]);
    const absent = () => profileTable(frame, [{ name: "cpus", type: "text" }]);
    assert.equal(problemOf(absent).hint, 'Did you mean "cpu"?');
  });

  // Counts and values by pandas 1.5.3 and numpy 1.24.2, pd.read_csv(file, float_precision="round_trip"):
  // d[c].nunique() == 1; d[c].abs().max() > 2**24; x = d["feature7"].dropna(); np.quantile(x, …).
  const a10 = sharedFile("data/a10/train_5809.csv");
  it("agrees with pandas on A10", skipWithout(a10, "../shared/data/a10"), () => {
    const frame = csvFrame(a10 ?? "");
    const profiles = profileTable(frame, columnsOf(frame));
    const withWarning = (code: string) =>
      profiles.filter((profile) => codesOf(profile).includes(code)).map(({ name }) => name);
    assert.deepEqual(withWarning("profile/constant"), ["feature57", "feature77", "feature100"]);
    assert.equal(withWarning("profile/beyond-exact").length, 20);
    assert.deepEqual(withWarning("profile/duplicate"), []);
    assert.deepEqual(withWarning("profile/mostly-missing"), []);
    const feature7 = profiles.find(({ name }) => name === "feature7");
    assert.deepEqual([feature7?.missing, feature7?.distinct], [688, 5117]);
    const { mean = NaN, standardDeviation = NaN, quantiles } = feature7?.numbers ?? {};
    assert.ok(Math.abs(mean / 90286725381.80173 - 1) < 1e-12);
    assert.ok(Math.abs(standardDeviation / 688282112759.7662 - 1) < 1e-12);
    assert.deepEqual(quantiles, [
      -1863152987800.8967,
      -933000662035.9485,
      -666558159260.0442,
      -247662011978.31378,
      21599117988.338577,
      300034969691.3329,
      775839660774.3093,
      3704311596640.7173,
      5675041012972.68,
    ]);
  });

  const dbsherlock = sharedFile("data/dbsherlock/train.csv");
  it("finds the copies in DBSherlock", skipWithout(dbsherlock, "../shared/data/dbsherlock"), () => {
    const frame = csvFrame(dbsherlock ?? "");
    const copies = profileTable(frame, columnsOf(frame))
      .filter((profile) => codesOf(profile).includes("profile/duplicate"))
      .map(({ name }) => name);
    // By pandas: columns c with d[c].nunique() > 1 for which d[earlier].equals(d[c]).
    assert.deepEqual(copies, [
      "dbmsNumberOfPendingLogFsyncs",
      "dbmsNumberOfPrevKeyBasedReadRequests",
      "dbmsNumberOfRowReadRequests",
      "dbmsNumberOfPendingWrites",
      "dbmsNumberOfPendingReads",
      "dbmsRandomReadAheads",
      "dbmsSequentialReadAheads",
      "dbmsReadRequests",
      "dbmsReads",
    ]);
  });
});
