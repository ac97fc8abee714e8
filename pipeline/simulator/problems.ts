import type { Problem } from "../problem.ts";

/** What can be wrong with the wishes for a simulation. */
export const simulatorProblem = {
  rowsOutOfRange: (
    rows: number,
    limit: number,
  ): Problem<"simulator/rows-out-of-range"> => ({
    code: "simulator/rows-out-of-range",
    message: {
      en: `Cannot simulate ${rows} rows: the number of rows is a whole number from 1 to ${limit}.`,
      zh: `无法模拟 ${rows} 行：行数须为 1 到 ${limit} 之间的整数。`,
    },
    place: { param: "rows" },
    hint: {
      en: "Ask for a number of rows in that range; 10000 is a good start.",
      zh: "请给出此范围内的行数，例如 10000。",
    },
  }),

  seedNotWhole: (seed: number): Problem<"simulator/seed-not-whole"> => ({
    code: "simulator/seed-not-whole",
    message: {
      en: `Cannot simulate from the seed ${seed}: a seed is a whole number from 0 to 2^53 - 1.`,
      zh: `无法使用随机种子 ${seed} 进行模拟：种子须为 0 到 2^53 - 1 之间的整数。`,
    },
    place: { param: "seed" },
    hint: {
      en: "Give a whole number such as 1; the same seed always gives the same rows.",
      zh: "请给出一个整数（例如 1）；相同的种子总是得到相同的数据。",
    },
  }),

  shardsOutOfRange: (
    shards: number,
    least: number,
    most: number,
  ): Problem<"simulator/shards-out-of-range"> => ({
    code: "simulator/shards-out-of-range",
    message: {
      en: `Cannot build a cluster of ${shards} shards: it has ${least} to ${most} of them.`,
      zh: `无法构建含 ${shards} 个分片的集群：分片数须为 ${least} 到 ${most}。`,
    },
    place: { param: "shards" },
    hint: {
      en: `Ask for ${least} to ${most} shards; each is a leader and a replica.`,
      zh: `请给出 ${least} 到 ${most} 个分片；每个分片由一个主节点和一个副本组成。`,
    },
  }),

  unknownNode: (
    node: string,
    nodes: readonly string[],
  ): Problem<"simulator/unknown-node"> => ({
    code: "simulator/unknown-node",
    message: {
      en: `Cannot find the node "${node}": the cluster has ${some(nodes, ", ", " and ", "more")}.`,
      zh: `找不到节点“${node}”：集群中有 ${some(nodes, "、", "，另有 ", "个")}。`,
    },
    place: { param: "node" },
    hint: { en: "Name one of the cluster's nodes.", zh: "请使用集群中已有的节点名称。" },
  }),

  nodeCannotHaveFault: (
    fault: string,
    node: string,
    able: readonly string[],
  ): Problem<"simulator/node-cannot-have-fault"> => ({
    code: "simulator/node-cannot-have-fault",
    message: {
      en: `Cannot inject ${fault} into "${node}": its role does not know this fault.`,
      zh: `无法向“${node}”注入 ${fault}：该角色的节点不会发生此故障。`,
    },
    place: { param: "node" },
    hint: {
      en: `Choose a node that can have it: ${some(able, ", ", " and ", "more")}.`,
      zh: `请选择可能发生此故障的节点：${some(able, "、", "，另有 ", "个")}。`,
    },
  }),

  intensityOutOfRange: (
    intensity: number,
  ): Problem<"simulator/intensity-out-of-range"> => ({
    code: "simulator/intensity-out-of-range",
    message: {
      en: `Cannot inject a fault of intensity ${intensity}: it lies above 0 and up to 1.`,
      zh: `无法注入强度为 ${intensity} 的故障：强度须大于 0 且不超过 1。`,
    },
    place: { param: "intensity" },
    hint: {
      en: "Use about 0.2 for a mild fault and 1 for a severe one.",
      zh: "轻微故障可取 0.2 左右，严重故障可取 1。",
    },
  }),
};

function some(names: readonly string[], comma: string, and: string, more: string): string {
  const shown = names.slice(0, 5).join(comma);
  return names.length <= 5 ? shown : `${shown}${and}${names.length - 5} ${more}`;
}
