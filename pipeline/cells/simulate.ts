import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { defineCell } from "./cell_kind.ts";
import { seedParam } from "./seed_param.ts";

const params = z.strictObject({
  rows: z.int().min(100).max(1_000_000).default(4000).meta(
    {
      label: { en: "Rows", zh: "行数" },
      help: {
        en: "One row is five seconds of the cluster; an incident takes a few dozen rows.",
        zh: "每行对应集群运行的五秒；一次事件约占几十行。",
      },
    } satisfies ParamMeta,
  ),
  shards: z.int().min(2).max(4).default(3).meta(
    {
      label: { en: "Shards", zh: "分片数" },
      help: {
        en: "Each is a leader and a replica behind one gateway.",
        zh: "每个分片由一个主节点和一个副本组成，位于同一网关之后。",
      },
    } satisfies ParamMeta,
  ),
  seed: seedParam,
});

/** The params of {@linkcode simulateCluster}. */
export type SimulateParams = z.infer<typeof params>;

/** The KPIs of a simulated database cluster that fails on purpose. */
export const simulateCluster = defineCell({
  kind: "simulate",
  version: 1,
  group: "data",
  title: { en: "Simulate a cluster", zh: "模拟集群" },
  summary: {
    en: "KPIs of a small distributed database that fails on purpose, with the faults as labels.",
    zh: "一个会被故意注入故障的小型分布式数据库的指标，故障即标签。",
  },
  params,
  takes: {},
  gives: { table: "prepared" },
  cost: "cheap",

  run: async (...work) => await (await import("./simulate_run.ts")).runSimulate(...work),
});
