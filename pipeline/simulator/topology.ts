import { HealerError } from "../problem.ts";
import { simulatorProblem } from "./problems.ts";

/** What a node does in the cluster. */
export type NodeRole = "gateway" | "leader" | "replica";

/** One machine: its name, its role at home, and its shard (from 0; the gateway has none). */
export interface TopologyNode {
  readonly name: string;
  readonly role: NodeRole;
  readonly shard?: number;
}

/** Who talks to whom: requests flow from the gateway to every shard, the log from a leader to its replica. */
export interface TopologyEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: "requests" | "replication";
}

/** One shard of the data: the names of the two nodes that hold it. */
export interface TopologyShard {
  readonly name: string;
  readonly leader: string;
  readonly replica: string;
}

/** The machines of the cluster and the links between them. */
export interface Topology {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
  readonly shards: readonly TopologyShard[];
}

const leastShards = 2;
const mostShards = 4;

/**
 * A gateway `gw-01` before 2 to 4 shards, each a leader and a replica: `db-01` leads `shard-1`, `db-02`
 * follows it, and so on.
 *
 * @throws {HealerError} `simulator/shards-out-of-range`
 */
export function clusterTopology(shardCount = 3): Topology {
  if (!Number.isInteger(shardCount) || shardCount < leastShards || shardCount > mostShards) {
    throw new HealerError(simulatorProblem.shardsOutOfRange(shardCount, leastShards, mostShards));
  }
  const gateway = "gw-01";
  const nodes: TopologyNode[] = [{ name: gateway, role: "gateway" }];
  const edges: TopologyEdge[] = [];
  const shards: TopologyShard[] = [];
  for (let shard = 0; shard < shardCount; shard++) {
    const leader = `db-0${2 * shard + 1}`;
    const replica = `db-0${2 * shard + 2}`;
    nodes.push({ name: leader, role: "leader", shard }, { name: replica, role: "replica", shard });
    edges.push(
      { from: gateway, to: leader, kind: "requests" },
      { from: gateway, to: replica, kind: "requests" },
      { from: leader, to: replica, kind: "replication" },
    );
    shards.push({ name: `shard-${shard + 1}`, leader, replica });
  }
  return { nodes, edges, shards };
}
