import { HealerError } from "../problem.ts";
import { Random } from "../random.ts";
import { Background } from "./background.ts";
import { bell } from "./bell.ts";
import { Clients } from "./clients.ts";
import { type Fault, faultKinds } from "./faults.ts";
import { ClusterNode } from "./node.ts";
import { simulatorProblem } from "./problems.ts";
import { Shard } from "./shard.ts";
import { clusterTopology, type Topology } from "./topology.ts";
import { Workload } from "./workload.ts";

/** How a cluster begins. */
export interface ClusterOptions {
  readonly seed: number;
  /** 2 to 4; 3 when absent. */
  readonly shards?: number;
  /** Seconds since 1970 (UTC); the first of January 2026 when absent. */
  readonly startsAt?: number;
}

const settlingSeconds = 20;

/**
 * A small distributed database that is stepped a second at a time. Faults go in by `inject` and out by
 * `lift`; everything else follows from the resources of the nodes and from who talks to whom. The same
 * seed gives the same clients and the same background jobs, whatever faults are injected.
 */
export class Cluster {
  readonly topology: Topology;
  readonly nodes: readonly ClusterNode[];
  readonly gateway: ClusterNode;
  readonly shards: readonly Shard[];
  readonly clients: Clients;
  /** Seconds since 1970 (UTC). */
  time: number;

  private readonly random: Random;
  private readonly workload: Workload;
  private readonly background: Background;
  private readonly faults = new Map<Fault, { readonly node: ClusterNode; age: number }>();

  constructor(options: ClusterOptions) {
    this.topology = clusterTopology(options.shards);
    this.time = options.startsAt ?? Date.UTC(2026, 0, 1) / 1000;
    this.random = new Random(options.seed);
    this.nodes = this.topology.nodes.map((home) => new ClusterNode(home));
    this.gateway = this.node(this.topology.nodes[0]!.name);
    this.shards = this.topology.shards.map(({ name, leader, replica }) =>
      new Shard(name, this.node(leader), this.node(replica))
    );
    this.workload = new Workload(this.random.fork(), this.shards.length);
    this.background = new Background(this.random.fork());
    this.clients = new Clients(this.workload);
    // It has been running for months.
    this.rest(0);
    this.pass(2e7);
  }

  /**
   * The node of this name.
   *
   * @throws {HealerError} `simulator/unknown-node`
   */
  node(name: string): ClusterNode {
    const found = this.nodes.find((node) => node.name === name);
    if (found) return found;
    throw new HealerError(
      simulatorProblem.unknownNode(name, this.nodes.map((node) => node.name)),
    );
  }

  /**
   * Lets `fault` begin with the next second.
   *
   * @throws {HealerError} `simulator/unknown-node`, `simulator/node-cannot-have-fault`,
   * `simulator/intensity-out-of-range`
   */
  inject(fault: Fault): void {
    const node = this.node(fault.node);
    const { strikes } = faultKinds[fault.name];
    if (!strikes.includes(node.home.role)) {
      const able = this.nodes.filter(({ home }) => strikes.includes(home.role));
      throw new HealerError(
        simulatorProblem.nodeCannotHaveFault(fault.name, fault.node, able.map(({ name }) => name)),
      );
    }
    if (!(fault.intensity > 0 && fault.intensity <= 1)) {
      throw new HealerError(simulatorProblem.intensityOutOfRange(fault.intensity));
    }
    this.faults.set(fault, { node, age: 0 });
  }

  /** Ends `fault`: its cause is gone, its traces (queues, lag, leaked memory, a node that is down) stay. */
  lift(fault: Fault): void {
    this.faults.delete(fault);
  }

  /**
   * Restarts a node: leaked memory is free, the cache is cold, the log must be caught up.
   *
   * @throws {HealerError} `simulator/unknown-node`
   */
  restart(name: string): void {
    this.node(name).restart();
  }

  /** One second passes. */
  step(): void {
    const { nodes, shards, gateway, clients } = this;
    for (const { strain } of nodes) strain.clear();
    this.background.step(this.time, nodes);
    for (const [fault, state] of this.faults) {
      const level = fault.intensity * Math.min(1, (state.age + 1) / (1 + (fault.rampSeconds ?? 0)));
      faultKinds[fault.name].press(state.node, level, fault.flavour ?? 0.5, state.age);
      state.age++;
    }
    this.workload.step(this.time);
    clients.admit(shards, gateway);
    for (const node of nodes) node.step(bell(this.random));
    clients.settle(shards, gateway);
    this.time++;
  }

  /**
   * Hours pass in good health: faults and their traces are gone, counters have gone on, the data and the
   * routes have changed a little; then the cluster settles for some seconds.
   */
  rest(seconds: number): void {
    this.faults.clear();
    for (const node of this.nodes) node.settle();
    for (const shard of this.shards) shard.rest();
    this.pass(seconds);
    this.time += seconds;
    const drift = this.random;
    for (const { memory, link } of this.nodes) {
      memory.base = (0.16 + 0.1 * drift.next()) * memory.total;
      memory.workingSet = (0.5 + 0.2 * drift.next()) * memory.total;
      link.baseRoundTrip = 0.0003 + 0.0005 * drift.next();
    }
    this.workload.rest(this.time);
    this.background.rest(this.time);
    for (let second = 0; second < settlingSeconds; second++) this.step();
  }

  private pass(seconds: number): void {
    for (const node of this.nodes) node.pass(seconds);
    for (const shard of this.shards) shard.pass(seconds);
    this.clients.pass(seconds);
  }
}
