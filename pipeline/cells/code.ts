import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { defineCell } from "./cell_kind.ts";
import { seedParam } from "./seed_param.ts";

/** What a new cell holds: it works on any table, and shows what there is. */
const example = `// table: what this cell reads, by arquero (also b, c)
// aq: arquero; Plot: Observable Plot
// table 为读取的数据（arquero 表；另有 b、c）
// aq 为 arquero，Plot 用于绘图

const numeric = table.columnNames()
  .filter((name) => typeof table.get(name, 0) === "number");
console.log(table.numRows(), "rows");

// One row a column, the most variable first
// 每个数值列一行，波动最大的在前
const spread = numeric.map((column) => {
  const values: number[] = Array.from(table.array(column))
    .filter(Number.isFinite);
  const mean = average(values);
  const squares = values.map((x) => (x - mean) ** 2);
  const deviation = Math.sqrt(average(squares));
  const variation = deviation / Math.abs(mean);
  return { column, mean, variation };
});
const sorted = aq.from(spread)
  .orderby(aq.desc("variation"));

function average(values: number[]): number {
  const sum = values.reduce((all, x) => all + x, 0);
  return sum / values.length;
}

return {
  table: sorted,
  figures: Plot.plot({
    title: "The most variable columns · 波动最大的列",
    marks: [
      Plot.barX(sorted.slice(0, 15).objects(), {
        x: "variation",
        y: "column",
        sort: { y: "-x" },
      }),
    ],
  }),
};`;

const params = z.strictObject({
  source: z.string().max(200_000).default(example).meta(
    {
      label: { en: "Code", zh: "代码" },
      help: {
        en:
          "The body of an async function in TypeScript: it reads table (b, c), uses aq, Plot and " +
          "console, and returns an arquero table or an array of objects, figures of Plot.plot(…), " +
          "{ table, figures } or nothing. It reaches no files and no network. Math.random follows " +
          "the seed; what depends on the clock may differ from run to run.",
        zh:
          "TypeScript 异步函数的函数体：读取 table（b、c），可用 aq、Plot 和 console，返回 arquero 表或" +
          "对象数组、Plot.plot(…) 的图形、{ table, figures } 或不返回。不能访问文件和网络。" +
          "Math.random 由种子决定；依赖时钟的结果每次可能不同。",
      },
      code: "typescript",
    } satisfies ParamMeta,
  ),
  seconds: z.number().min(1).max(600).default(30).meta(
    {
      label: { en: "Time limit in s", zh: "时限（秒）" },
      help: {
        en: "The code is ended after so many seconds.",
        zh: "代码运行超过该秒数即被终止。",
      },
    } satisfies ParamMeta,
  ),
  memory: z.int().min(256).max(65_536).default(1024).meta(
    {
      label: { en: "Memory limit in MiB", zh: "内存上限（MiB）" },
      help: {
        en: "The code is ended when its process holds more memory.",
        zh: "代码进程占用的内存超过此值即被终止。",
      },
    } satisfies ParamMeta,
  ),
  seed: seedParam,
});

/** The params of {@linkcode code}. */
export type CodeParams = z.infer<typeof params>;

/** Code of the user, in a process of its own that may do nothing but compute. What it returns is a new raw table. */
export const code = defineCell({
  kind: "code",
  version: 1,
  group: "write",
  title: { en: "TypeScript code", zh: "TypeScript 代码" },
  summary: {
    en: "Code of your own: a table in as arquero, a table or plots out, in a sandbox.",
    zh: "自己编写代码：以 arquero 读取数据表，输出表或图形，在沙箱中运行。",
  },
  params,
  takes: { table: "table", b: "table", c: "table" },
  optional: ["b", "c"],
  gives: { table: "prepared" },
  recipe: "replaces",
  cost: "costly",

  run: async (...work) => await (await import("./code_run.ts")).runCodeCell(...work),
});
