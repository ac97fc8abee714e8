import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { HealerError } from "@/pipeline/problem.ts";
import { clusterTopology } from "@/pipeline/simulator/topology.ts";

describe("clusterTopology", () => {
  it("puts a gateway before three shards of a leader and a replica", () => {
    const { nodes, shards } = clusterTopology();
    assert.deepEqual(nodes.map(({ name, role }) => `${name} ${role}`), [
      "gw-01 gateway",
      "db-01 leader",
      "db-02 replica",
      "db-03 leader",
      "db-04 replica",
      "db-05 leader",
      "db-06 replica",
    ]);
    assert.deepEqual(shards[2], { name: "shard-3", leader: "db-05", replica: "db-06" });
  });

  it("links every database node to the gateway and every leader to its replica", () => {
    const { nodes, edges, shards } = clusterTopology(4);
    const requests = edges.filter(({ kind }) => kind === "requests");
    assert.deepEqual(requests.map(({ to }) => to), nodes.slice(1).map(({ name }) => name));
    assert.ok(requests.every(({ from }) => from === "gw-01"));
    const replication = edges.filter(({ kind }) => kind === "replication");
    assert.deepEqual(
      replication.map(({ from, to }) => [from, to]),
      shards.map(({ leader, replica }) => [leader, replica]),
    );
  });

  it("refuses a number of shards it was not made for", () => {
    for (const shards of [0, 1, 5, 2.5, NaN]) {
      assert.throws(() => clusterTopology(shards), (error) => {
        assert.ok(error instanceof HealerError);
        assert.equal(error.problem.code, "simulator/shards-out-of-range");
        assert.equal(error.problem.place.param, "shards");
        return true;
      });
    }
  });
});
