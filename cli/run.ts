import { join } from "node:path";
import type { Command } from "commander";
import { z } from "zod";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import { isReadyState } from "@/pipeline/kernel/cell_state.ts";
import { kindsByName, type Notebook, parseNotebook } from "@/pipeline/kernel/notebook.ts";
import { HealerError, inFile, type Text } from "@/pipeline/problem.ts";
import { cancelled } from "@/pipeline/run_context.ts";
import { HeadlessNotebook, showProgress, stopOnInterrupt } from "./headless_notebook.ts";
import { repeated } from "./option_values.ts";
import { runProblem } from "./run_problems.ts";
import { writeResults, type WrittenCell } from "./run_results.ts";
import { type GivenFile, refuseMissingFiles, withFiles, withParams } from "./run_settings.ts";
import { type Terminal, terminalOf, userPath, withCommonOptions } from "./terminal.ts";

const optionsSchema = z.object({
  data: z.array(z.string()),
  set: z.array(z.string()),
  out: z.string(),
});

const examples = `
Examples:
  healer run notebooks/fault-diagnosis.json --out results
  healer run mine.json --data import=kpis.csv --set train.learner=logistic-regression --out results
  healer run mine.json --set train.learner.trees=300 --set train.seed=7 --out results

A cell is named by its id, or by its kind where the notebook has one of that kind only. The folder gets
results.json, <cell>.onnx for each model, <cell>.csv for each diagnosis and <cell>.<table>.csv for other tables.`;

/** `healer run`: all cells of a notebook, without a server. */
export function addRun(program: Command): void {
  const command = program.command("run")
    .description("run all cells of a notebook and write what they give")
    .argument("<notebook>", "notebook file (JSON)")
    .option("--data <cell=file>", "table that a cell reads; may be repeated", repeated, [])
    .option("--set <cell.param=value>", "param of a cell; may be repeated", repeated, [])
    .requiredOption("--out <folder>", "where the results go");
  withCommonOptions(command).addHelpText("after", examples).action(run);
}

async function run(path: string, given: unknown, command: Command): Promise<void> {
  const { data, set, out } = optionsSchema.parse(given);
  const terminal = terminalOf(command);
  const kinds = kindsByName(cellKinds);
  const read = await readNotebook(path, kinds);
  const { notebook: fed, files } = await withFiles(read, data, kinds, userPath);
  const notebook = withParams(fed, set, kinds);
  refuseMissingFiles(notebook, files);
  const folder = userPath(out);
  // Where it cannot be made, nothing can be written into it, which is told then.
  await Deno.mkdir(folder, { recursive: true }).catch(() => {});

  const cells = await runCells(notebook, kinds, files, folder, terminal);
  for (const { result } of cells) result?.notices.forEach((notice) => terminal.notice(notice));
  terminal.say(report(cells, out, terminal));
  refuseFailed(cells);
  terminal.answer({
    out,
    cells: cells.map(({ id, kind, state, result, files }) => ({
      id,
      kind,
      state: state.state,
      seconds: isReadyState(state) && "seconds" in state ? state.seconds : null,
      summary: result?.summary[terminal.language] ?? null,
      files,
    })),
  });
}

async function readNotebook(
  path: string,
  kinds: ReturnType<typeof kindsByName>,
): Promise<Notebook> {
  let text: string;
  try {
    text = await Deno.readTextFile(userPath(path));
  } catch (cause) {
    throw new HealerError(runProblem.noNotebook(path, stateOf(cause)), { cause });
  }
  return await inFile(path, () => Promise.resolve(parseNotebook(text, kinds).notebook));
}

function stateOf(cause: unknown): Text {
  if (cause instanceof Deno.errors.NotFound) {
    return { en: "there is no such file", zh: "文件不存在" };
  }
  const detail = cause instanceof Error ? cause.message : String(cause);
  return { en: detail, zh: detail };
}

/** Runs every cell and writes the results. */
async function runCells(
  notebook: Notebook,
  kinds: ReturnType<typeof kindsByName>,
  files: readonly GivenFile[],
  folder: string,
  terminal: Terminal,
): Promise<WrittenCell[]> {
  await using open = await HeadlessNotebook.open(notebook, kinds, files);
  const { session, persistence } = open;
  using bar = terminal.progress(0);
  showProgress(session, notebook.cells.length, bar);
  using _interruption = stopOnInterrupt(session);
  await session.run("all");
  await session.idle();
  return await writeResults(folder, notebook, session, persistence);
}

function report(cells: readonly WrittenCell[], out: string, { language }: Terminal): string {
  const lines = cells.filter(({ kind }) => kind !== "note").map(({ id, result, files }) => {
    const nothing = { en: "no result", zh: "没有结果" };
    return `${id}: ${(result?.summary ?? nothing)[language]}` +
      (files.length > 0 ? ` → ${files.join(", ")}` : "");
  });
  return [...lines, `→ ${join(out, "results.json")}`].join("\n");
}

/** @throws {HealerError} `run/cells-failed`, `run/cancelled` where a cell has no result of what it is */
function refuseFailed(cells: readonly WrittenCell[]): void {
  const unfinished = cells.filter(({ state }) => !isReadyState(state));
  for (const { id, state } of unfinished) {
    if (state.state !== "failed") continue;
    const others = unfinished.filter((cell) => cell.id !== id).map((cell) => cell.id);
    throw new HealerError(runProblem.cellsFailed(id, state.problem, others));
  }
  if (unfinished.length > 0) throw cancelled();
}
