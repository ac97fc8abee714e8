import type { FaultCatalogue, Severity } from "../model/fault_catalogue.ts";
import type { Text } from "../problem.ts";
import { faultKinds, type FaultName } from "./faults.ts";

interface Knowledge {
  readonly severity: Severity;
  readonly remedies: readonly Text[];
}

/** How grave the faults of the simulated cluster are, and what to try first. */
const knowledge: Readonly<Record<FaultName, Knowledge>> = {
  "cpu-saturation": {
    severity: "high",
    remedies: [
      {
        en: "Find the process or statement that takes the cores (`top`, slow query log).",
        zh: "找出占用 CPU 的进程或语句（top、慢查询日志）。",
      },
      {
        en: "Stop or limit the runaway process; refresh statistics where a query plan has changed.",
        zh: "终止或限制失控进程；若查询计划变差，请更新统计信息。",
      },
    ],
  },
  "memory-leak": {
    severity: "high",
    remedies: [
      {
        en: "Find the process whose resident memory only grows, and restart it in a quiet moment.",
        zh: "找出常驻内存持续增长的进程，在低峰时段重启。",
      },
      {
        en: "Give it a memory limit, so that the node does not swap before the leak is mended.",
        zh: "在修复泄漏之前为该进程设置内存上限，避免节点开始换页。",
      },
    ],
  },
  "disk-saturation": {
    severity: "high",
    remedies: [
      {
        en: "See who reads and writes (`iotop`); move backups and batch jobs to another time.",
        zh: "查看读写来源（iotop）；将备份和批处理任务改到其他时间。",
      },
      {
        en: "Where nobody does, check the device itself: SMART values, RAID state, kernel log.",
        zh: "若没有大量读写，请检查设备本身：SMART 信息、RAID 状态、内核日志。",
      },
    ],
  },
  "network-loss": {
    severity: "high",
    remedies: [
      {
        en: "Look at the errors and drops of the interface (`ip -s link`) and of the switch port.",
        zh: "查看网卡（ip -s link）和交换机端口的错误与丢包计数。",
      },
      {
        en: "Exchange cable or transceiver, or take the node off this link.",
        zh: "更换网线或光模块，或让节点改走其他链路。",
      },
    ],
  },
  "network-delay": {
    severity: "medium",
    remedies: [
      {
        en: "Follow the route to the neighbours (`mtr`) and look for a detour or a full queue.",
        zh: "追踪到相邻节点的路由（mtr），查找绕行或拥塞的队列。",
      },
      {
        en: "Undo the last change of routing; limit transfers that fill the link.",
        zh: "回退最近的路由变更；限制占满链路的传输任务。",
      },
    ],
  },
  "lock-contention": {
    severity: "medium",
    remedies: [
      {
        en: "Find the transaction that the others wait for, and end it if it is forgotten.",
        zh: "找出其他事务所等待的事务，若已无人处理则将其终止。",
      },
      {
        en: "Make transactions shorter, and spread writes over more rows.",
        zh: "缩短事务，并将写入分散到更多的行。",
      },
    ],
  },
  "node-crash": {
    severity: "critical",
    remedies: [
      {
        en:
          "Take the node out of service and let a replica lead, before it is restarted once more.",
        zh: "先将节点摘除并由副本接管，再尝试重启。",
      },
      {
        en: "Read the last lines of its log and the kernel's (out of memory, disk full, a crash).",
        zh: "查看其日志和内核日志的末尾（内存不足、磁盘写满、崩溃信息）。",
      },
    ],
  },
  "replication-lag": {
    severity: "medium",
    remedies: [
      {
        en: "Move long queries off the replica, or let them be cancelled when the log waits.",
        zh: "将长查询移出该副本，或允许在日志等待时取消它们。",
      },
      {
        en:
          "See whether its disk or CPU is too slow for the log; read from another replica meanwhile.",
        zh: "检查其磁盘或 CPU 是否跟不上日志回放；其间改从其他副本读取。",
      },
    ],
  },
};

const faults = Object.keys(faultKinds).filter((name): name is FaultName => name in knowledge);

/** What is known of the classes that the simulated cluster gives. */
export const knownFaults: FaultCatalogue = [
  {
    fault: "normal",
    name: { en: "Normal", zh: "正常" },
    description: {
      en: "The cluster works as it should.",
      zh: "集群运行正常。",
    },
    severity: "none",
    colour: null,
    remedies: [],
  },
  ...faults.map((fault) => ({
    fault,
    name: faultKinds[fault].title,
    description: faultKinds[fault].summary,
    severity: knowledge[fault].severity,
    colour: null,
    remedies: [...knowledge[fault].remedies],
  })),
];
