import { createHash } from "node:crypto";
import { join } from "node:path";
import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import { FairQueue } from "@/pipeline/kernel/fair_queue.ts";
import { FolderPersistence } from "@/pipeline/kernel/folder_persistence.ts";
import { kindsByName, type Notebook, type NotebookCell } from "@/pipeline/kernel/notebook.ts";
import { NotebookKernel } from "@/pipeline/kernel/notebook_kernel.ts";
import { NotebookSession } from "@/pipeline/kernel/notebook_session.ts";
import { cellKinds as testCellKinds } from "@/tests/pipeline/kernel/test_cells.ts";
import { sharedFile } from "@/tests/shared.ts";

/**
 * How fast notebooks answer: the start of a kernel, a change in a notebook of twelve cells on A10, the cancel of
 * a training, the kill of a cell that does not listen, and what a hundred kernels leave behind in the server.
 * Usage: `kernel.ts [rounds]`, 5 by default; the worst round is told beside the median.
 */
async function main(rounds: number): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "bench-kernel-" });
  try {
    await measureLeak(folder, 100);
    await measureStart(folder, rounds);
    await measureKill(folder, rounds);
    const data = sharedFile("data/a10/train_5809.csv");
    if (data === undefined) console.log("Without A10: ../shared/data/a10 is not on this machine.");
    else await measureNotebook(folder, data, rounds);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const testRegistry = new URL("../tests/pipeline/kernel/test_cells.ts", import.meta.url);

/** A session over work in `folder`, with a kernel of its own. */
async function openSession(
  folder: string,
  notebook: Notebook,
  kinds: readonly CellKind[] = cellKinds,
): Promise<NotebookSession> {
  const persistence = await FolderPersistence.open(folder);
  const executor = new NotebookKernel({
    folder: join(folder, crypto.randomUUID()),
    placeFile: (sha256, target) => persistence.placeFile(sha256, target),
    log: () => {},
    ...kinds === testCellKinds ? { registry: testRegistry } : {},
  });
  const byName = kindsByName(kinds);
  const options = { owner: "bench", kinds: byName, persistence, executor, queue: new FairQueue() };
  return await NotebookSession.open(options, notebook, 1);
}

function notebookOf(cells: readonly (Partial<NotebookCell> & { id: string })[]): Notebook {
  const full = cells.map((cell): NotebookCell => ({ kind: cell.id, params: {}, ...cell }));
  return { format: 1, title: "Benchmark", cells: full };
}

async function measureStart(folder: string, rounds: number): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const notebook = notebookOf([{ id: "note", params: { en: `round ${round}` } }]);
    await using session = await openSession(join(folder, "start"), notebook);
    times.push(await timed(() => runAll(session)));
  }
  report("start of a kernel to its first cell's result", times);
}

async function measureKill(folder: string, rounds: number): Promise<void> {
  const times: number[] = [], next: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const notebook = notebookOf([{ id: "spin" }, { id: "number", params: { value: round } }]);
    await using session = await openSession(join(folder, "kill"), notebook, testCellKinds);
    const started = seen(session, "started", "spin");
    await session.run(["spin"]);
    await started;
    // Until it truly spins.
    await new Promise((resolve) => setTimeout(resolve, 300));
    times.push(await timed(() => session.cancel("spin")));
    next.push(
      await timed(async () => {
        await session.run(["number"]);
        await session.idle();
      }),
    );
  }
  report("kill of a cell that does not listen", times);
  report("next cell's result after a kill", next);
}

async function measureNotebook(folder: string, data: string, rounds: number): Promise<void> {
  const work = join(folder, "notebook");
  const bytes = await Deno.readFile(data);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await (await FolderPersistence.open(work)).addBlob(sha256, data);
  const content = { sha256, bytes: bytes.length, media: "text/csv" };
  const cells = [
    { id: "import", params: { file: { name: "a10.csv", content } } },
    { id: "split" },
    { id: "drop-constant" },
    { id: "clip-outliers" },
    { id: "signed-log" },
    { id: "impute" },
    { id: "scale" },
    { id: "select-variance" },
    { id: "profile" },
    { id: "train", params: { learner: { name: "random-forest", trees: 30 } } },
    { id: "evaluate" },
    chartOf("feature0"),
  ];
  const notebook = notebookOf(cells);
  {
    await using session = await openSession(work, notebook);
    const time = await timed(() => runAll(session));
    report("twelve cells on A10, from nothing", [time]);
    console.log(`  ${states(session)}`);
  }
  const opened: number[] = [], fresh: number[] = [], back: number[] = [], cancels: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    await using session = await openSession(work, notebook);
    opened.push(performance.now() - begin);
    await session.update(notebookOf(cells.with(11, chartOf(`feature${round + 1}`))), 2);
    await session.idle();
    const other = notebookOf(cells.with(11, chartOf(`feature${round + 50}`)));
    fresh.push(
      await timed(async () => {
        await session.update(other, 3);
        await session.idle();
      }),
    );
    back.push(await timed(() => session.update(notebook, 4)));
    const started = seen(session, "progress", "train");
    await session.run(["train"]);
    await started;
    await new Promise((resolve) => setTimeout(resolve, 500 + 300 * round));
    cancels.push(await timed(() => session.cancel("train")));
  }
  report("opening them with all results in the cache", opened);
  report("a change in the last cell, computed", fresh);
  report("a change in the last cell, from the cache", back);
  report("cancel of the training", cancels);
}

function chartOf(x: string) {
  return { id: "chart", params: { mark: "histogram", x } };
}

async function measureLeak(folder: string, kernels: number): Promise<void> {
  const start = async () => {
    const notebook = notebookOf([{ id: "number", params: { value: Math.random() } }]);
    await using session = await openSession(join(folder, "leak"), notebook, testCellKinds);
    await runAll(session);
  };
  for (let warm = 0; warm < 5; warm++) await start();
  const before = Deno.memoryUsage().rss;
  for (let count = 0; count < kernels; count++) await start();
  const grown = (Deno.memoryUsage().rss - before) / 2 ** 20;
  console.log(`${kernels} kernels started and stopped: ${grown.toFixed(1)} MiB more in the server`);
}

async function runAll(session: NotebookSession): Promise<void> {
  await session.run("stale");
  await session.idle();
}

function states(session: NotebookSession): string {
  return session.view().cells.map(({ id, state }) =>
    `${id} ${state.state}${"seconds" in state ? ` ${state.seconds?.toFixed(2)} s` : ""}`
  ).join(", ");
}

async function seen(session: NotebookSession, type: string, cell: string): Promise<void> {
  await new Promise<void>((resolve) => {
    session.subscribe((event) => {
      if (event.type === type && "cell" in event && event.cell === cell) resolve();
    });
  });
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await act();
  return performance.now() - begin;
}

function report(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? NaN, worst = sorted.at(-1) ?? NaN;
  console.log(`${name.padEnd(46)} ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`);
}

if (import.meta.main) await main(Number(Deno.args[0] ?? 5));
