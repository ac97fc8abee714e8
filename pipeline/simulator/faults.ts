import type { Text } from "../problem.ts";
import type { ClusterNode } from "./node.ts";
import type { NodeRole } from "./topology.ts";

/** The names of the faults, as they stand in the label column beside `normal`. */
export type FaultName =
  | "cpu-saturation"
  | "memory-leak"
  | "disk-saturation"
  | "network-loss"
  | "network-delay"
  | "lock-contention"
  | "node-crash"
  | "replication-lag";

/** A fault in a node, from the second it begins. */
export interface Fault {
  readonly name: FaultName;
  /** The node where it begins. */
  readonly node: string;
  /** From mild to severe, above 0 up to 1. */
  readonly intensity: number;
  /** 0 to 1: which of its two causes it has, and how much of each; 0.5 when absent. */
  readonly flavour?: number;
  /** Seconds until it has its full strength; 0 when absent. */
  readonly rampSeconds?: number;
}

/** What a fault is and how it presses on its node. */
export interface FaultKind {
  readonly title: Text;
  readonly summary: Text;
  /** The roles of the nodes that can have it. */
  readonly strikes: readonly NodeRole[];
  /** Adds to the node's strain at `level` (0 to 1) of a fault that is `age` seconds old. */
  press(node: ClusterNode, level: number, flavour: number, age: number): void;
}

const anywhere: readonly NodeRole[] = ["gateway", "leader", "replica"];

/** Every fault that the cluster knows. */
export const faultKinds: Readonly<Record<FaultName, FaultKind>> = {
  "cpu-saturation": {
    title: { en: "CPU saturation", zh: "CPU 饱和" },
    summary: {
      en: "A runaway process takes cores, or a bad query plan makes every statement dearer.",
      zh: "失控进程占用 CPU 核，或错误的查询计划使每条语句开销变大。",
    },
    strikes: anywhere,
    press({ strain, cpu, role }, level, flavour) {
      const plan = role === "gateway" ? 0 : flavour;
      strain.cpuCores += (0.2 + (role === "gateway" ? 0.55 : 0.85) * level) * (1 - plan) *
        cpu.cores;
      strain.cpuCost *= 1 + (0.8 + 2.4 * level) * plan;
    },
  },
  "memory-leak": {
    title: { en: "Memory leak", zh: "内存泄漏" },
    summary: {
      en: "A process allocates and never frees: the cache shrinks, then the node swaps.",
      zh: "进程只分配不释放内存：缓存被挤占，随后节点开始换页。",
    },
    strikes: anywhere,
    press({ strain, memory }, level) {
      strain.leakBytes += (0.004 + 0.012 * level) * memory.total;
    },
  },
  "disk-saturation": {
    title: { en: "Disk saturation", zh: "磁盘饱和" },
    summary: {
      en: "A noisy neighbour floods the disk, or the device itself has become slow.",
      zh: "其他进程大量占用磁盘，或磁盘设备自身变慢。",
    },
    strikes: ["leader", "replica"],
    press({ strain, disk }, level, flavour) {
      strain.diskReads += (0.12 + 0.4 * level) * (1 - flavour) * disk.limit;
      strain.diskWrites += (0.08 + 0.25 * level) * (1 - flavour) * disk.limit;
      strain.diskSpeed *= 1 - (0.3 + 0.55 * level) * flavour;
    },
  },
  "network-loss": {
    title: { en: "Network loss", zh: "网络丢包" },
    summary: {
      en: "The node's link loses packets: retransmissions, timeouts, retries.",
      zh: "节点链路丢包：出现重传、超时和重试。",
    },
    strikes: anywhere,
    press({ strain }, level) {
      strain.loss += 0.0005 + 0.04 * level * level;
    },
  },
  "network-delay": {
    title: { en: "Network delay", zh: "网络延迟" },
    summary: {
      en: "Packets on the node's link take a detour: every round trip is longer.",
      zh: "节点链路上的数据包绕行：每次往返的时间变长。",
    },
    strikes: anywhere,
    press({ strain }, level) {
      strain.delay += 0.001 + 0.05 * level * level;
    },
  },
  "lock-contention": {
    title: { en: "Lock contention", zh: "锁竞争" },
    summary: {
      en: "Many writers want the same rows, or a long transaction holds them.",
      zh: "大量写入争用相同的行，或长事务长时间持有锁。",
    },
    strikes: ["leader"],
    press({ strain }, level, flavour) {
      strain.hotShare += 0.06 + (0.05 + 0.45 * level) * (1 - flavour);
      strain.heldSeconds += (0.01 + 0.06 * level) * flavour;
    },
  },
  "node-crash": {
    title: { en: "Node crash", zh: "节点崩溃" },
    summary: {
      en:
        "The node's processes end, are restarted with a cold cache and a log to catch up, and end again.",
      zh: "节点进程终止，重启后缓存为空且需追赶日志，随后再次终止。",
    },
    strikes: ["leader", "replica"],
    press(node, level, flavour, age) {
      const downSeconds = 15 + 200 * level * flavour;
      const down = age % (downSeconds + 45) < downSeconds;
      if (down && node.up) node.crash();
      else if (!down && !node.up) node.restart();
    },
  },
  "replication-lag": {
    title: { en: "Replication lag", zh: "复制延迟" },
    summary: {
      en: "The replica applies the log too slowly, or stops again and again for long queries.",
      zh: "副本回放日志过慢，或因长查询反复停顿。",
    },
    strikes: ["replica"],
    press({ strain }, level, flavour, age) {
      if (flavour < 0.5) {
        strain.applySpeed *= Math.exp(-2.8 - 3 * level);
      } else {
        const stalled = age % 24 < 24 * (0.4 + 0.55 * level);
        strain.applySpeed *= stalled ? 0.01 : 0.15;
        strain.cpuCores += 0.6;
      }
    },
  },
};

/** The names of all faults. */
export const faultNames = Object.keys(faultKinds) as readonly FaultName[];
