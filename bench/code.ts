import { createHash } from "node:crypto";
import { join } from "node:path";
import { findCellKind } from "@/pipeline/cells/registry.ts";
import type { CellTask, TaskOutcome } from "@/pipeline/kernel/executor.ts";
import { NotebookKernel } from "@/pipeline/kernel/notebook_kernel.ts";

/**
 * How soon code answers: from the start of a code cell in a running kernel to its result, on 10,000 rows × 109
 * columns, for code that returns a number of rows, all rows, and a plot. Usage: `code.ts [rounds]`, 5 by default.
 */
async function main(rounds: number): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "bench-code-" });
  try {
    const kernel = new NotebookKernel({
      folder: join(folder, "kernel"),
      placeFile: (sha256, target) => Deno.link(join(folder, sha256), target),
      log: () => {},
    });
    const execute = async (kind: string, params: unknown, more: Partial<CellTask>) => {
      const { version, params: schema } = findCellKind(kind);
      const task = { cell: kind, kind, version, params: schema.parse(params), seed: 0 };
      const signal = new AbortController().signal;
      return await kernel.execute({ inputs: {}, files: [], ...task, ...more }, {
        signal,
        onEvent() {},
      });
    };
    const path = join(folder, "table.csv");
    await Deno.writeTextFile(path, csvOf(10_000, 109));
    const bytes = await Deno.readFile(path);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    await Deno.rename(path, join(folder, sha256));
    const content = { sha256, bytes: bytes.length, media: "text/csv" };
    await using imported = await execute("import", { file: { name: "table.csv", content } }, {
      files: [content],
    });
    const given = await keptIn(folder, imported);
    for (const [name, source] of sources) {
      const times: number[] = [];
      for (let round = 0; round <= rounds; round++) {
        const begin = performance.now();
        await using _ = await execute("code", { source, seed: round }, given);
        times.push(performance.now() - begin);
      }
      report(name, times.slice(1));
    }
    await kernel.close();
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const sources: readonly (readonly [string, string])[] = [
  ["code that returns one row", "return [{ rows: table.numRows() }]"],
  ["code that returns nothing", "console.log(table.numRows())"],
  ["code that returns all rows", "return table"],
  ["code that draws 10,000 dots", 'return Plot.dot(table, { x: "k0", y: "k1" })'],
];

function csvOf(rows: number, columns: number): string {
  const lines = [Array.from({ length: columns }, (_, index) => `k${index}`).join(",")];
  for (let row = 0; row < rows; row++) {
    const cells = Array.from({ length: columns }, (_, index) => Math.sin(row * (index + 1)));
    lines.push(cells.map((cell) => cell.toPrecision(7)).join(","));
  }
  return lines.join("\n");
}

/** Keeps the files of a result where other cells find them. */
async function keptIn(
  folder: string,
  { result, files }: TaskOutcome,
): Promise<Pick<CellTask, "inputs" | "files">> {
  for (const { sha256, path } of files) await Deno.copyFile(path, join(folder, sha256));
  return { inputs: result.values, files: files.map(({ path: _, ...file }) => file) };
}

function report(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? NaN, worst = sorted.at(-1) ?? NaN;
  console.log(`${name.padEnd(46)} ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`);
}

if (import.meta.main) await main(Number(Deno.args[0] ?? 5));
