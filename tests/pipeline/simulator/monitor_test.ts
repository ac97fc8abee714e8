import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Cluster } from "@/pipeline/simulator/cluster.ts";
import type { Fault } from "@/pipeline/simulator/faults.ts";
import { Monitor } from "@/pipeline/simulator/monitor.ts";
import { run } from "./twins.ts";

/** `count` observations five seconds apart, by column name; `fault` begins before the sixth. */
function watch(cluster: Cluster, count: number, fault?: Fault): Map<string, number[]> {
  const monitor = new Monitor(cluster, 5);
  const values = new Float64Array(monitor.columns.length);
  const seen = new Map(monitor.columns.map(({ name }) => [name, [] as number[]]));
  for (let row = 0; row < count; row++) {
    if (fault && row === 5) cluster.inject(fault);
    run(cluster, 5);
    monitor.observe(values, 0);
    monitor.columns.forEach(({ name }, column) => seen.get(name)!.push(values[column]!));
  }
  return seen;
}

/** The lengths of the runs of holes. */
function holeRuns(values: readonly number[]): number[] {
  return values.map((value) => Number.isNaN(value) ? "x" : " ").join("").trim().split(/ +/)
    .filter((run) => run.length > 0).map((run) => run.length);
}

describe("Monitor", () => {
  it("loses the columns of one source together, in runs", () => {
    const seen = watch(new Cluster({ seed: 2 }), 1500);
    const cpu = seen.get("cpu.mean_busy_pct")!, disk = seen.get("disk.max_busy_pct")!;
    const holes = (values: number[]) => values.map(Number.isNaN);
    assert.deepEqual(holes(cpu), holes(seen.get("cpu.max_user_pct")!));
    assert.notDeepEqual(holes(cpu), holes(disk));
    const runs = holeRuns(cpu);
    const mean = runs.reduce((sum, length) => sum + length, 0) / runs.length;
    assert.ok(mean > 2, `runs of ${mean} on average`);
  });

  it("serves the last values of a crashed node for a moment and then nothing", () => {
    const cluster = new Cluster({ seed: 2 });
    const fault: Fault = { name: "node-crash", node: "db-03", intensity: 1, flavour: 1 };
    const seen = watch(cluster, 25, fault);
    const user = seen.get("db-03.cpu.user_pct")!;
    assert.ok(user[4]! > 0);
    assert.deepEqual([...user.slice(5, 7)], [user[4], user[4]]);
    assert.ok(user.slice(7).every(Number.isNaN), `${user}`);
    assert.ok(seen.get("db-04.cpu.user_pct")!.some((value) => value > 0));
    assert.ok(seen.get("gw.nodes_up_count")!.slice(5).every((count) => !(count > 6)));
  });

  it("repeats a value now and then in place of a hole", () => {
    const user = watch(new Cluster({ seed: 4 }), 1500).get("db-01.cpu.user_pct")!;
    const repeats = user.filter((value, row) => row > 0 && value === user[row - 1]);
    assert.ok(repeats.length > 0 && repeats.length < 0.1 * user.length, `${repeats.length}`);
  });

  it("measures gauges with an error and counts exactly", () => {
    const cluster = new Cluster({ seed: 6 });
    const monitor = new Monitor(cluster, 1);
    const width = monitor.columns.length;
    const values = new Float64Array(width * 2);
    monitor.observe(values, 0);
    monitor.observe(values, width);
    const column = (name: string) => monitor.columns.findIndex((column) => column.name === name);
    const latency = column("txn.p50_latency_ms"), total = column("net.sent_bytes_total");
    assert.notEqual(values[latency], values[width + latency]);
    assert.ok(Math.abs(values[latency]! / values[width + latency]! - 1) < 0.13);
    assert.equal(values[total], values[width + total]);
  });
});
