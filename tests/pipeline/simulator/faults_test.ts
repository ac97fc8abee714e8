import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Cluster } from "@/pipeline/simulator/cluster.ts";
import { type Fault, faultKinds, faultNames } from "@/pipeline/simulator/faults.ts";
import { meanOver, run, twins } from "./twins.ts";

/** A KPI that a fault must raise, by a factor at least, against the same seconds without the fault. */
interface TellTale {
  readonly fault: Fault;
  readonly factor: number;
  readonly measure: (cluster: Cluster) => number;
}

const leader = "db-03", replica = "db-04";

const tellTales: Readonly<Record<string, TellTale>> = {
  "a runaway process raises the CPU use of its node": {
    fault: { name: "cpu-saturation", node: replica, intensity: 0.6, flavour: 0 },
    factor: 1.5,
    measure: (cluster) => cluster.node(replica).cpu.utilisation,
  },
  "a bad query plan raises the CPU use of its node": {
    fault: { name: "cpu-saturation", node: leader, intensity: 0.6, flavour: 1 },
    factor: 1.5,
    measure: (cluster) => cluster.node(leader).cpu.utilisation,
  },
  "a memory leak raises the memory use of its node": {
    fault: { name: "memory-leak", node: leader, intensity: 0.5 },
    factor: 1.3,
    measure: (cluster) => cluster.node(leader).memory.usedShare,
  },
  "a memory leak raises the disk reads of its node, for the cache shrinks": {
    fault: { name: "memory-leak", node: leader, intensity: 0.9 },
    factor: 1.5,
    measure: (cluster) => cluster.node(leader).disk.readsPerSecond,
  },
  "a noisy neighbour raises the time per disk operation": {
    fault: { name: "disk-saturation", node: leader, intensity: 0.8, flavour: 0 },
    factor: 1.8,
    measure: (cluster) => cluster.node(leader).disk.await,
  },
  "a slow device raises the time per disk operation": {
    fault: { name: "disk-saturation", node: replica, intensity: 0.8, flavour: 1 },
    factor: 2.5,
    measure: (cluster) => cluster.node(replica).disk.await,
  },
  "loss raises the retransmissions of its node": {
    fault: { name: "network-loss", node: "gw-01", intensity: 0.5 },
    factor: 20,
    measure: (cluster) => cluster.gateway.link.retransmitsPerSecond,
  },
  "delay raises the round trip of its node": {
    fault: { name: "network-delay", node: replica, intensity: 0.5 },
    factor: 5,
    measure: (cluster) => cluster.node(replica).link.roundTrip,
  },
  "hot rows raise the lock waits of their shard": {
    fault: { name: "lock-contention", node: leader, intensity: 0.7, flavour: 0 },
    factor: 5,
    measure: (cluster) => cluster.shards[1]!.locks.meanWait,
  },
  "a long transaction raises the lock waits of its shard": {
    fault: { name: "lock-contention", node: leader, intensity: 0.7, flavour: 1 },
    factor: 5,
    measure: (cluster) => cluster.shards[1]!.locks.meanWait,
  },
  "slow applying raises the lag of its shard": {
    fault: { name: "replication-lag", node: replica, intensity: 0.5, flavour: 0 },
    factor: 50,
    measure: (cluster) => cluster.shards[1]!.replication.lagBytes + 1,
  },
  "stalled applying raises the lag of its shard": {
    fault: { name: "replication-lag", node: replica, intensity: 0.5, flavour: 1 },
    factor: 50,
    measure: (cluster) => cluster.shards[1]!.replication.lagBytes + 1,
  },
  "a slow replica fills the replication buffer of its leader": {
    fault: { name: "replication-lag", node: replica, intensity: 1, flavour: 0 },
    factor: 50,
    measure: (cluster) => cluster.node(leader).work.logKept + 1,
  },
  "a lossy link raises the kernel's CPU use": {
    fault: { name: "network-loss", node: leader, intensity: 1 },
    factor: 1.2,
    measure: (cluster) => cluster.node(leader).cpu.system,
  },
  "a lossy link between them raises the commit wait of the leader": {
    fault: { name: "network-loss", node: replica, intensity: 1 },
    factor: 2,
    measure: (cluster) => cluster.shards[1]!.replication.commitWait,
  },
  "a slow disk raises the lock waits, for locks are held until the log is on disk": {
    fault: { name: "disk-saturation", node: leader, intensity: 1, flavour: 1 },
    factor: 1.5,
    measure: (cluster) => cluster.shards[1]!.locks.meanWait,
  },
  "a crashed replica leaves its load to the leader": {
    fault: { name: "node-crash", node: replica, intensity: 1, flavour: 1 },
    factor: 1.3,
    measure: (cluster) => cluster.node(leader).cpu.utilisation,
  },
  "a crashed leader leaves its load to the replica": {
    fault: { name: "node-crash", node: leader, intensity: 1, flavour: 1 },
    factor: 1.3,
    measure: (cluster) => cluster.node(replica).cpu.utilisation,
  },
  "a saturated gateway raises the latency of all": {
    fault: { name: "cpu-saturation", node: "gw-01", intensity: 1, flavour: 0 },
    factor: 1.3,
    measure: (cluster) => cluster.clients.latency.p50,
  },
};

describe("faultKinds", () => {
  for (const [sentence, { fault, factor, measure }] of Object.entries(tellTales)) {
    it(sentence, () => {
      const { sick, sound } = twins(fault, 60);
      const with_ = meanOver(sick, 30, measure);
      const without = meanOver(sound, 30, measure);
      assert.ok(with_ >= factor * without, `${with_} against ${without}`);
    });
  }

  it("presses harder with a higher intensity", () => {
    const latency = (intensity: number) =>
      meanOver(
        twins({ name: "network-delay", node: "gw-01", intensity }, 30).sick,
        20,
        ({ clients }) => clients.latency.mean,
      );
    assert.ok(latency(0.3) < latency(0.6) && latency(0.6) < latency(1));
  });

  it("comes on slowly with a ramp", () => {
    const fault: Fault = { name: "network-delay", node: "gw-01", intensity: 1, rampSeconds: 60 };
    const { sick } = twins(fault, 10);
    const early = sick.gateway.link.roundTrip;
    run(sick, 60);
    assert.ok(sick.gateway.link.roundTrip > 3 * early);
  });

  it("leaves the nodes of other shards alone when it lies in one", () => {
    const { sick, sound } = twins(
      { name: "disk-saturation", node: leader, intensity: 0.6, flavour: 1 },
      60,
    );
    const elsewhere = (cluster: Cluster) => cluster.node("db-06").disk.await;
    assert.ok(Math.abs(elsewhere(sick) / elsewhere(sound) - 1) < 0.2);
  });

  it("has a title and a summary in both languages for every fault", () => {
    assert.equal(faultNames.length, 8);
    for (const name of faultNames) {
      const { title, summary, strikes } = faultKinds[name];
      for (const text of [title, summary]) {
        assert.match(text.en, /[a-z]{3}/);
        assert.match(text.zh, /[\u4e00-\u9fff]{2}/);
      }
      assert.ok(strikes.length > 0);
    }
  });
});
