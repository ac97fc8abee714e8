import { join } from "node:path";
import type { Command } from "commander";
import { z } from "zod";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import { isReadyState } from "@/pipeline/kernel/cell_state.ts";
import { kindsByName, type Notebook } from "@/pipeline/kernel/notebook.ts";
import { notebookOptions, notebookOptionsSchema } from "./notebook_options.ts";
import { exposedParams, paramLines } from "./notebook_params.ts";
import { readNotebook } from "./read_notebook.ts";
import { refuseFailed, withFinished } from "./finished_notebook.ts";
import { writeResults, type WrittenResults } from "./run_results.ts";
import { refuseMissingFiles } from "./run_settings.ts";
import { type Terminal, terminalOf, userPath, withCommonOptions } from "./terminal.ts";

const optionsSchema = notebookOptionsSchema.extend({
  out: z.string().exactOptional(),
  listParams: z.boolean().default(false),
});

const kinds = kindsByName(cellKinds);

const examples = `
Examples:
  healer run notebooks/fault-diagnosis.json --out results
  healer run mine.json --data import=kpis.csv --set train.learner=logistic-regression --out results
  healer run mine.json --set train.learner.trees=300 --set train.seed=7 --out results
  healer run mine.json --list-params

A cell is named by its id, or by its kind where the notebook has one of that kind only. --list-params lists the
params on the notebook's front panel, what they are, what they may be and how to set them; it runs nothing.

The folder gets what the page offers for download: the notebook as it ran, in every format it can be put into
(notebook.json, notebook.ts, …), <cell>.onnx and <cell>.card.json for each model, <cell>.csv for each diagnosis,
<cell>.<table>.csv for other tables, <cell>.figure-<n>.svg for figures; and results.json with everything else.`;

/** `healer run`: all cells of a notebook, without a server. */
export function addRun(program: Command): void {
  const command = notebookOptions(
    program.command("run")
      .description("run all cells of a notebook and write what they give")
      .argument("<notebook>", "notebook file (JSON, or an .ipynb made of one)"),
  )
    .option("--out <folder>", "where the results go")
    .option("--list-params", "list the params on the notebook's front panel and run nothing");
  withCommonOptions(command).addHelpText("after", examples).action(run);
}

async function run(path: string, given: unknown, command: Command): Promise<void> {
  const { data, set, out, listParams, language } = optionsSchema.parse(given);
  const terminal = terminalOf(command);
  const { notebook, files } = await readNotebook(path, { data, set }, kinds);
  if (listParams) return listExposed(notebook, terminal);
  if (out === undefined) {
    return command.error("error: required option '--out <folder>' not specified", {
      code: "commander.missingMandatoryOptionValue",
    });
  }
  refuseMissingFiles(notebook, files);
  const folder = userPath(out);
  // Where it cannot be made, nothing can be written into it, which is told then.
  await Deno.mkdir(folder, { recursive: true }).catch(() => {});

  const order = { notebook, kinds, files, cells: "all" as const };
  const written = await withFinished(
    { ...order, language: language ?? terminal.language },
    terminal,
    (source) => writeResults(folder, source),
  );
  written.leftOut.forEach(terminal.notice);
  terminal.say(report(written, out, terminal));
  refuseFailed(written.cells);
  terminal.answer({
    out,
    files: written.files,
    cells: written.cells.map(({ id, kind, state, result, files }) => ({
      id,
      kind,
      state: state.state,
      seconds: isReadyState(state) && "seconds" in state ? state.seconds : null,
      summary: result?.summary[terminal.language] ?? null,
      files,
    })),
  });
}

function listExposed(notebook: Notebook, terminal: Terminal): void {
  const params = exposedParams(notebook, kinds);
  terminal.say(paramLines(params, terminal.language));
  terminal.answer({ params });
}

function report({ cells, files }: WrittenResults, out: string, { language }: Terminal): string {
  const lines = cells.filter(({ kind }) => kind !== "note").map(({ id, result, files }) => {
    const nothing = { en: "no result", zh: "没有结果" };
    return `${id}: ${(result?.summary ?? nothing)[language]}` +
      (files.length > 0 ? ` → ${files.join(", ")}` : "");
  });
  return [...lines, ...files.map((name) => `→ ${join(out, name)}`)].join("\n");
}
