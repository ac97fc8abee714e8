import pl from "nodejs-polars";
import { z } from "zod";
import { type CellKind, defineCell } from "@/pipeline/cells/cell_kind.ts";
import type { Value } from "@/pipeline/cells/value.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { crossValidation } from "./cross_validation_cell.ts";
import { stepwise } from "./stepwise_cell.ts";
import { trespass } from "./trespass_cell.ts";

const text = (en: string) => ({ en, zh: en });
const noParams = z.strictObject({});
const common = { version: 1, group: "data", summary: text("For tests."), cost: "costly" } as const;

function answer(summary: string, values: Record<string, Value> = {}) {
  return { summary: text(summary), figures: [], tables: [], values };
}

function table(number: number): Value {
  return { type: "prepared", number };
}

function numberIn(value: Value | undefined): number {
  return z.object({ number: z.number() }).parse(value).number;
}

/** Gives a number. */
export const number = defineCell({
  ...common,
  kind: "number",
  title: text("Number"),
  cost: "cheap",
  params: z.strictObject({ value: z.number().min(0).default(1) }),
  takes: {},
  gives: { table: "prepared" },
  run: (_inputs, { value }: { value: number }) =>
    Promise.resolve(answer(String(value), { table: table(value) })),
});

/** Adds a constant to what it reads. */
export const add = defineCell({
  ...common,
  kind: "add",
  title: text("Add"),
  cost: "cheap",
  params: z.strictObject({ plus: z.number().default(1) }),
  takes: { table: "prepared" },
  gives: { table: "prepared" },
  run: (inputs, { plus }: { plus: number }) => {
    const sum = numberIn(inputs.table) + plus;
    return Promise.resolve(answer(String(sum), { table: table(sum) }));
  },
});

/** Like `add`, but runs only when asked. */
export const slowAdd: CellKind<{ plus: number }> = { ...add, kind: "slow-add", cost: "costly" };

/** Adds two tables. */
export const sum = defineCell({
  ...common,
  kind: "sum",
  title: text("Sum"),
  cost: "cheap",
  params: noParams,
  takes: { left: "prepared", right: "prepared" },
  gives: { table: "prepared" },
  run: (inputs) => {
    const both = numberIn(inputs.left) + numberIn(inputs.right);
    return Promise.resolve(answer(String(both), { table: table(both) }));
  },
});

/** Gives rows that are no table, out of a model. */
export const judge = defineCell({
  ...common,
  kind: "judge",
  title: text("Judge"),
  params: noParams,
  takes: { model: "model" },
  gives: { evaluation: "evaluation" },
  run: () => Promise.resolve(answer("judged", { evaluation: { type: "evaluation", number: 7 } })),
});

/** Adds up to three values with rows; two of them only where they are named. */
export const addRows = defineCell({
  ...common,
  kind: "add-rows",
  title: text("Add rows"),
  cost: "cheap",
  params: noParams,
  takes: { a: "table", b: "table", c: "table" },
  optional: ["b", "c"],
  gives: { table: "prepared" },
  recipe: "replaces",
  run: (inputs) => {
    const all = Object.values(inputs).reduce((sum, value) => sum + numberIn(value), 0);
    return Promise.resolve(answer(String(all), { table: table(all) }));
  },
});

/** Takes a table, gives a model: wires of another type. */
export const learn = defineCell({
  ...common,
  kind: "learn",
  title: text("Learn"),
  params: z.strictObject({ seed: z.int().default(0) }),
  takes: { table: "prepared" },
  gives: { model: "model" },
  run: (inputs, _params, context) =>
    Promise.resolve(answer("learnt", {
      model: {
        type: "model",
        of: numberIn(inputs.table),
        random: Math.random(),
        seed: context.seed,
      },
    })),
});

/** Never ends and never says a word. */
export const spin = defineCell({
  ...common,
  kind: "spin",
  title: text("Spin"),
  params: noParams,
  takes: {},
  gives: {},
  run: () => {
    for (;;);
  },
});

/** Never ends either, but tells its progress. */
export const politeSpin = defineCell({
  ...common,
  kind: "polite-spin",
  title: text("Polite spin"),
  params: noParams,
  takes: {},
  gives: {},
  run: (_inputs, _params, context) => {
    for (let step = 0;; step++) context.progress(step % 100 / 100, text(`step ${step}`));
  },
});

/** Waits without blocking its thread, then gives a number. */
export const wait = defineCell({
  ...common,
  kind: "wait",
  title: text("Wait"),
  params: z.strictObject({ milliseconds: z.number().default(50), id: z.number().default(0) }),
  takes: {},
  gives: { table: "prepared" },
  run: async (_inputs, { milliseconds, id }, context) => {
    const end = performance.now() + milliseconds;
    while (performance.now() < end) {
      context.progress(0.5);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return answer("waited", { table: table(id) });
  },
});

/** Takes memory until something stops it. */
export const eat = defineCell({
  ...common,
  kind: "eat",
  title: text("Eat"),
  params: noParams,
  takes: {},
  gives: {},
  run: () => {
    const eaten: Float64Array[] = [];
    for (;;) eaten.push(new Float64Array(2 ** 20).fill(eaten.length));
  },
});

/** Fails in several ways. */
export const fail = defineCell({
  ...common,
  kind: "fail",
  title: text("Fail"),
  params: z.strictObject({ how: z.enum(["problem", "error", "uncaught", "exit", "disk", "heap"]) }),
  takes: {},
  gives: { table: "prepared" },
  run: async (_inputs, { how }, context) => {
    if (how === "problem") {
      const hint = text("Give it other rows.");
      const place = { param: "how" };
      throw new HealerError({ code: "test/failed", message: text("Cannot go on."), place, hint });
    }
    if (how === "exit") Deno.exit(3);
    if (how === "heap") {
      // What V8 says before it gives up; to make it say so takes 4 GB.
      console.error("# Fatal JavaScript out of memory: Reached heap limit");
      context.progress(0);
    }
    if (how === "disk") throw Object.assign(new Error("No space left"), { code: "ENOSPC" });
    if (how === "error") throw new Error("boom");
    if (how === "uncaught") {
      setTimeout(() => {
        throw new Error("nobody caught this");
      }, 0);
    }
    return await new Promise<never>(() => {});
  },
});

/** Reports progress, metrics and a notice, and prints what does not belong on standard output. */
export const report = defineCell({
  ...common,
  kind: "report",
  title: text("Report"),
  params: noParams,
  takes: {},
  gives: {},
  run: async (_inputs, _params, context) => {
    for (let step = 0; step < 10; step++) {
      console.log("noise");
      Deno.stdout.writeSync(new TextEncoder().encode(`noise without end {"type":"done"}`));
      context.metric("loss", step, 1 / (step + 1));
      context.progress(step / 10, { en: `step ${step}`, zh: `第 ${step} 步` });
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    context.metric("loss", 10, NaN);
    context.notice({ code: "test/notice", message: text("Look here.") });
    return answer("很".repeat(20_000));
  },
});

/** Writes its input into a file, which the next cell reads. */
export const write = defineCell({
  ...common,
  kind: "write",
  title: text("Write"),
  params: z.strictObject({ content: z.string() }),
  takes: {},
  gives: { table: "prepared" },
  run: async (_inputs, { content }, context) => {
    const path = context.scratchPath("txt");
    await Deno.writeTextFile(path, content);
    const file = await context.keep(path, "text/plain");
    return answer("written", { table: { type: "prepared", number: content.length, file } });
  },
});

/** Reads the file that `write` has made. */
export const read = defineCell({
  ...common,
  kind: "read",
  title: text("Read"),
  params: noParams,
  takes: { table: "prepared" },
  gives: {},
  run: async ({ table }, _params, context) => {
    const { file } = z.object({
      file: z.object({ sha256: z.string(), bytes: z.int(), media: z.string() }),
    }).parse(table);
    return answer(await Deno.readTextFile(context.pathOf(file)));
  },
});

/** Makes a Parquet file of 25 rows with every type that a page has to show. */
export const rows = defineCell({
  ...common,
  kind: "rows",
  title: text("Rows"),
  params: noParams,
  takes: {},
  gives: {},
  run: async (_inputs, _params, context) => {
    const index = Array.from({ length: 25 }, (_, row) => row);
    const frame = pl.DataFrame([
      pl.Series("row", index, pl.Float64),
      pl.Series(
        "half",
        index.map((row) => row === 3 ? null : row % 2 ? row / 2 : -row),
        pl.Float64,
      ),
      pl.Series("名称", index.map((row) => row === 4 ? null : `r${row}`), pl.Utf8),
      pl.Series("even", index.map((row) => row % 2 === 0), pl.Bool),
    ]).withColumns(
      pl.lit(2 ** 40).cast(pl.Int64).alias("long"),
      pl.lit(0).div(pl.lit(0)).alias("nan"),
      pl.lit(1e9).cast(pl.Int64).mul(pl.lit(1000)).cast(pl.Datetime("ms")).alias("time"),
    );
    const path = context.scratchPath(".parquet");
    frame.writeParquet(path);
    const file = await context.keep(path, "application/vnd.apache.parquet");
    const columns = frame.columns.map((name) => ({ name, type: "any" }));
    const shown = { name: "rows", title: text("Rows"), file, rows: frame.height, columns };
    return { ...answer("rows"), tables: [shown] };
  },
});

/** Gives what its kind does not promise. */
export const lie = defineCell({
  ...common,
  kind: "lie",
  title: text("Lie"),
  params: z.strictObject({ how: z.enum(["type", "missing", "nan", "bigint", "file", "huge"]) }),
  takes: {},
  gives: { table: "prepared" },
  run: (_inputs, { how }) => {
    const file = { sha256: "0".repeat(64), bytes: 1, media: "text/plain" };
    const lies: Record<typeof how, Record<string, Value>> = {
      type: { table: { type: "model" } },
      missing: {},
      nan: { table: table(1), other: { type: "prepared", number: 2n } },
      bigint: { table: { type: "prepared", number: 1n } },
      file: { table: { type: "prepared", file } },
      huge: { table: { type: "prepared", text: "x".repeat(2 ** 23) } },
    };
    return Promise.resolve(answer("lie", lies[how]));
  },
});

export const cellKinds: readonly CellKind[] = [
  number,
  add,
  slowAdd,
  sum,
  learn,
  judge,
  addRows,
  spin,
  politeSpin,
  wait,
  crossValidation,
  stepwise,
  eat,
  fail,
  report,
  write,
  read,
  rows,
  lie,
  trespass,
];
