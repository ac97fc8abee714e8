import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { HealerError } from "@/pipeline/problem.ts";
import { faultNames } from "@/pipeline/simulator/faults.ts";
import {
  simulate,
  type SimulationBatch,
  type SimulationOptions,
} from "@/pipeline/simulator/simulate.ts";

interface Table {
  readonly names: readonly string[];
  readonly values: Float64Array;
  readonly labels: readonly string[];
  readonly incidents: readonly string[];
  readonly times: readonly number[];
}

function tableOf(options: SimulationOptions): Table {
  const simulation = simulate(options);
  const batches = [...simulation.batches()];
  const width = simulation.columns.length;
  const values = new Float64Array(options.rows * width);
  let row = 0;
  for (const batch of batches) {
    values.set(batch.values, row * width);
    row += batch.rows;
  }
  return {
    names: simulation.columns.map(({ name }) => name),
    values,
    labels: batches.flatMap(({ labels }) => labels),
    incidents: batches.flatMap(({ incidents }) => incidents),
    times: batches.flatMap(({ times }) => [...times]),
  };
}

function columnOf({ names, values }: Table, name: string): Float64Array {
  const column = names.indexOf(name);
  assert.notEqual(column, -1, name);
  return values.filter((_, index) => index % names.length === column);
}

function problemOf(options: SimulationOptions): string {
  try {
    simulate(options);
  } catch (error) {
    if (error instanceof HealerError) return error.problem.code;
    throw error;
  }
  return "none";
}

const table = tableOf({ rows: 3000, seed: 1 });

describe("simulate", () => {
  it("repeats itself for a seed and differs between seeds", () => {
    const rows = 500;
    assert.deepEqual(tableOf({ rows, seed: 5 }), tableOf({ rows, seed: 5 }));
    assert.notDeepEqual(tableOf({ rows, seed: 5 }).values, tableOf({ rows, seed: 6 }).values);
    const simulation = simulate({ rows, seed: 5 });
    assert.deepEqual([...simulation.batches()], [...simulation.batches()]);
  });

  it("begins a long table as it does a short one", () => {
    const width = table.names.length;
    const short = tableOf({ rows: 700, seed: 1 });
    assert.deepEqual(short.values, table.values.subarray(0, 700 * width));
    assert.deepEqual(short.labels, table.labels.slice(0, 700));
  });

  it("gives exactly the rows asked for", () => {
    for (const rows of [1, 37, 2047, 2048, 2049, 4096]) {
      const batches: SimulationBatch[] = [...simulate({ rows, seed: 2 }).batches()];
      assert.equal(batches.reduce((sum, batch) => sum + batch.rows, 0), rows);
      for (const batch of batches) {
        assert.equal(batch.labels.length, batch.rows);
        assert.equal(batch.incidents.length, batch.rows);
        assert.equal(batch.times.length, batch.rows);
        assert.equal(batch.values.length % batch.rows, 0);
      }
    }
  });

  it("has every fault in 3,000 rows, unbalanced, and about a third of them normal", () => {
    for (const seed of [1, 2, 3]) {
      const { labels } = seed === 1 ? table : tableOf({ rows: 3000, seed });
      const shares = new Map<string, number>();
      for (const label of labels) shares.set(label, (shares.get(label) ?? 0) + 1 / labels.length);
      assert.deepEqual([...shares.keys()].sort(), ["normal", ...faultNames].sort());
      assert.ok(shares.get("normal")! > 0.25 && shares.get("normal")! < 0.45);
      const faults = faultNames.map((name) => shares.get(name)!);
      assert.ok(Math.max(...faults) > 1.3 * Math.min(...faults));
    }
  });

  it("tells incidents of 20 to 60 rows, five seconds apart, normal before the onset and faulty after", () => {
    const rowsOf = Map.groupBy(table.labels.keys(), (row) => table.incidents[row]!);
    const incidents = [...rowsOf.values()];
    for (const rows of incidents.slice(0, -1)) {
      assert.ok(rows.length >= 20 && rows.length <= 60, `${rows.length} rows`);
    }
    for (const rows of incidents) {
      const labels = rows.map((row) => table.labels[row]!);
      const onset = labels.findIndex((label) => label !== "normal");
      if (onset >= 0) assert.equal(new Set(labels.slice(onset)).size, 1);
      for (let index = 1; index < rows.length; index++) {
        assert.equal(table.times[rows[index]!]! - table.times[rows[index - 1]!]!, 5000);
      }
    }
    assert.ok(table.times.every((time, row) => row === 0 || time > table.times[row - 1]!));
  });

  it("labels a crash from the first row that shows it, and begins the next incident in good health", () => {
    const { labels, incidents, times } = table;
    const up = columnOf(table, "gw.nodes_up_count");
    let crashes = 0;
    for (let row = 1; row < labels.length; row++) {
      if (incidents[row] !== incidents[row - 1]) {
        assert.ok(times[row]! - times[row - 1]! >= 600_000);
        if (labels[row] === "normal") assert.ok(!(up[row]! < 7), `row ${row}`);
      } else if (labels[row] === "node-crash" && labels[row - 1] === "normal") {
        crashes++;
        assert.ok(!(up[row - 1]! < 7) && !(up[row]! > 6), `row ${row}: ${up[row - 1]} ${up[row]}`);
      }
    }
    assert.ok(crashes > 2);
  });

  it("has 60 to 120 columns whose names end with their units, and says what they are", () => {
    for (const shards of [2, 3, 4]) {
      const { columns } = simulate({ rows: 1, seed: 1, shards });
      assert.ok(columns.length >= 60 && columns.length <= 120, `${columns.length}`);
      assert.equal(new Set(columns.map(({ name }) => name)).size, columns.length);
      for (const { name, unit, description } of columns) {
        assert.match(name, /^[a-z0-9-]+(\.[a-z0-9_]+){1,2}$/);
        assert.ok(name.endsWith(`_${unit}`), `${name} in ${unit}`);
        assert.match(description.en, /\w{3}/);
        assert.match(description.zh, /[\u4e00-\u9fff]{2}/);
      }
    }
  });

  it("leaves 3 to 12 % holes and no other strange number", () => {
    const holes = table.values.filter(Number.isNaN).length / table.values.length;
    assert.ok(holes > 0.03 && holes < 0.12, `${holes}`);
    assert.ok(table.values.every((value) => Number.isNaN(value) || (value >= 0 && value < 1e18)));
  });

  it("keeps percentages within 0 and 100", () => {
    const shares = table.names.filter((name) => name.endsWith("_pct"));
    assert.ok(shares.length > 10);
    for (const name of shares) {
      assert.ok(columnOf(table, name).every((value) => !(value < 0 || value > 100)), name);
    }
  });

  it("counts up in counters, holds constants, and reaches 1e14", () => {
    let largest = 0;
    for (const name of table.names.filter((name) => name.endsWith("total"))) {
      const counter = columnOf(table, name).filter((value) => !Number.isNaN(value));
      assert.ok(counter.every((value, row) => row === 0 || value >= counter[row - 1]!), name);
      assert.ok(counter.every(Number.isInteger), name);
      largest = Math.max(largest, counter.at(-1)!);
    }
    assert.ok(largest > 1e14 && largest < 1e17, `${largest}`);
    const cores = columnOf(table, "cpu.cores_count").filter((value) => !Number.isNaN(value));
    assert.equal(new Set(cores).size, 1);
  });

  it("orders latency percentiles but for the measuring error", () => {
    const p50 = columnOf(table, "txn.p50_latency_ms");
    const p95 = columnOf(table, "txn.p95_latency_ms");
    const p99 = columnOf(table, "txn.p99_latency_ms");
    p50.forEach((median, row) => {
      if (Number.isNaN(median)) return;
      assert.ok(median > 0 && median < 1.15 * p95[row]! && p95[row]! < 1.15 * p99[row]!);
    });
  });

  it("gives the first batch of a hundred million rows without making the others", () => {
    for (const batch of simulate({ rows: 100_000_000, seed: 1 }).batches()) {
      assert.ok(batch.rows <= 4096);
      assert.ok(batch.values.length === batch.rows * table.names.length);
      break;
    }
  });

  it("refuses what it cannot simulate", () => {
    for (const rows of [0, -1, 1.5, NaN, Infinity, 100_000_001]) {
      assert.equal(problemOf({ rows, seed: 1 }), "simulator/rows-out-of-range");
    }
    for (const seed of [-1, 0.5, NaN, 2 ** 53]) {
      assert.equal(problemOf({ rows: 1, seed }), "simulator/seed-not-whole");
    }
    assert.equal(problemOf({ rows: 1, seed: 1, shards: 9 }), "simulator/shards-out-of-range");
    assert.equal(problemOf({ rows: 1, seed: 2 ** 53 - 1 }), "none");
  });
});
