import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { HealerError } from "@/pipeline/problem.ts";
import { Cluster } from "@/pipeline/simulator/cluster.ts";
import { type Fault, faultKinds, faultNames } from "@/pipeline/simulator/faults.ts";
import { clusterTopology } from "@/pipeline/simulator/topology.ts";
import { run, twins } from "./twins.ts";

const { nodes } = clusterTopology();

/** Any fault that some node can have. */
const anyFault = fc.record({
  name: fc.constantFrom(...faultNames),
  pick: fc.nat(),
  intensity: fc.double({ min: 0.01, max: 1, noNaN: true }),
  flavour: fc.double({ min: 0, max: 1, noNaN: true }),
  rampSeconds: fc.nat(30),
}).map(({ name, pick, ...rest }): Fault => {
  const able = nodes.filter(({ role }) => faultKinds[name].strikes.includes(role));
  return { name, node: able[pick % able.length]!.name, ...rest };
});

function assertPossible(cluster: Cluster): void {
  for (const { name, cpu, memory, disk, link } of cluster.nodes) {
    const shares = [
      cpu.utilisation,
      cpu.user,
      cpu.system,
      cpu.ioWait,
      cpu.user + cpu.system + cpu.ioWait - 1e-9,
      memory.usedShare,
      memory.missShare,
      memory.cached / memory.total,
      disk.utilisation,
      link.loss,
    ];
    for (const share of shares) assert.ok(share >= 0 && share <= 1, `${name}: ${shares}`);
    for (const time of [disk.await, link.roundTrip, link.jitter]) assert.ok(time > 0 && time < 5);
    assert.ok(disk.queueLength >= 0 && cpu.runQueue >= 0 && memory.swapped >= 0);
    assert.ok(disk.readsPerSecond + disk.writesPerSecond <= disk.limit * (1 + 1e-9));
  }
  for (const { latency, locks, replication } of cluster.shards) {
    assert.ok(0 < latency.p50 && latency.p50 <= latency.p95 && latency.p95 <= latency.p99);
    for (
      const number of [locks.waiters, locks.hotWait, replication.unsent, replication.unapplied]
    ) {
      assert.ok(Number.isFinite(number) && number >= 0);
    }
  }
  const { clients } = cluster;
  for (const rate of [clients.committed, clients.errors, clients.timeouts, clients.retries]) {
    assert.ok(Number.isFinite(rate) && rate >= 0);
  }
}

describe("Cluster", () => {
  it("stays physically possible under any two faults", () => {
    fc.assert(
      fc.property(anyFault, anyFault, fc.nat(1000), (first, second, seed) => {
        const cluster = new Cluster({ seed });
        cluster.inject(first);
        cluster.inject(second);
        for (let second = 0; second < 120; second++) {
          cluster.step();
          assertPossible(cluster);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("serves its clients when nothing is wrong", () => {
    const cluster = new Cluster({ seed: 3 });
    run(cluster, 60);
    const { clients } = cluster;
    assert.ok(clients.committed > 1000, `${clients.committed} transactions a second`);
    assert.ok(clients.errors < 0.01 * clients.committed);
    assert.ok(clients.latency.p50 < 0.02);
  });

  it("has the same clients whatever the faults", () => {
    const { sick, sound } = twins(
      { name: "disk-saturation", node: "db-01", intensity: 0.3, flavour: 0 },
      100,
    );
    const fresh = (cluster: Cluster) => cluster.clients.requests - cluster.clients.retries;
    assert.ok(Math.abs(fresh(sick) - fresh(sound)) < 1e-6 * fresh(sound));
  });

  it("has more load in the afternoon than at night", () => {
    const requestsAt = (hour: number) => {
      let sum = 0;
      for (let seed = 0; seed < 12; seed++) {
        const cluster = new Cluster({ seed, startsAt: Date.UTC(2026, 0, 6, hour) / 1000 });
        run(cluster, 5);
        sum += cluster.clients.requests;
      }
      return sum;
    };
    assert.ok(requestsAt(15) > 1.5 * requestsAt(3));
  });

  it("elects the replica when the leader is gone and counts the failover", () => {
    const { sick } = twins({ name: "node-crash", node: "db-01", intensity: 1, flavour: 1 }, 10);
    const shard = sick.shards[0]!;
    assert.equal(shard.writes, 0);
    assert.ok(sick.clients.errors > 100);
    run(sick, 20);
    assert.equal(shard.leader.name, "db-02");
    assert.equal(shard.failovers, 1);
    assert.ok(shard.writes > 50);
  });

  it("keeps the log of a crashed replica and sends it when the replica is back", () => {
    const fault: Fault = { name: "node-crash", node: "db-02", intensity: 1, flavour: 1 };
    const { sick } = twins(fault, 60);
    const { replication } = sick.shards[0]!;
    assert.equal(replication.connected, false);
    const kept = replication.unsent;
    assert.ok(kept > 30 * replication.logRate);
    sick.lift(fault);
    sick.restart("db-02");
    run(sick, 60);
    assert.equal(replication.connected, true);
    assert.ok(replication.unsent < 0.1 * kept);
  });

  it("is well again some time after a fault is lifted, and at once after a rest", () => {
    const fault: Fault = { name: "replication-lag", node: "db-02", intensity: 1, flavour: 0 };
    const { sick } = twins(fault, 60);
    assert.ok(sick.shards[0]!.replication.lagSeconds > 10);
    sick.lift(fault);
    run(sick, 120);
    assert.ok(sick.shards[0]!.replication.lagSeconds < 1);
    sick.inject(fault);
    run(sick, 60);
    sick.rest(3600);
    assert.ok(sick.shards[0]!.replication.lagSeconds < 1);
  });

  it("keeps leaked memory after the fault is lifted until the node is restarted", () => {
    const fault: Fault = { name: "memory-leak", node: "db-05", intensity: 0.5 };
    const { sick } = twins(fault, 60);
    const node = sick.node("db-05");
    const used = node.memory.usedShare;
    sick.lift(fault);
    run(sick, 30);
    assert.ok(node.memory.usedShare > 0.9 * used);
    sick.restart("db-05");
    run(sick, 5);
    assert.ok(node.memory.usedShare < 0.7 * used);
    assert.ok(node.uptime < 10);
    assert.ok(node.memory.missShare > 0.05, "the cache is cold");
  });

  it("refuses a fault that cannot be", () => {
    const cluster = new Cluster({ seed: 1 });
    const codeOf = (fault: Fault) => {
      try {
        cluster.inject(fault);
      } catch (error) {
        if (error instanceof HealerError) return error.problem.code;
        throw error;
      }
      return "none";
    };
    assert.equal(
      codeOf({ name: "node-crash", node: "db-99", intensity: 1 }),
      "simulator/unknown-node",
    );
    assert.equal(
      codeOf({ name: "node-crash", node: "gw-01", intensity: 1 }),
      "simulator/node-cannot-have-fault",
    );
    for (const intensity of [0, -1, 1.5, NaN]) {
      assert.equal(
        codeOf({ name: "network-loss", node: "gw-01", intensity }),
        "simulator/intensity-out-of-range",
      );
    }
  });
});
