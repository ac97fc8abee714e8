import { type Command, Option } from "commander";
import { z } from "zod";
import { AtomicFile } from "@/pipeline/atomic_file.ts";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import { ancestors, buildGraph } from "@/pipeline/kernel/graph.ts";
import { kindsByName, type Notebook } from "@/pipeline/kernel/notebook.ts";
import { HealerError } from "@/pipeline/problem.ts";
import type { ExportFormat } from "@/web/export/format.ts";
import { exportFormat, exportFormats } from "@/web/export/formats.ts";
import { exportNotice } from "./export_notices.ts";
import { refuseFailed, withFinished } from "./finished_notebook.ts";
import { notebookOptions, notebookOptionsSchema } from "./notebook_options.ts";
import { keepInputs } from "./output_path.ts";
import { readNotebook } from "./read_notebook.ts";
import { runProblem } from "./run_problems.ts";
import { refuseMissingFiles } from "./run_settings.ts";
import { terminalOf, userPath, withCommonOptions } from "./terminal.ts";

const optionsSchema = notebookOptionsSchema.extend({
  as: z.string(),
  out: z.string(),
  cell: z.string().exactOptional(),
});

const kinds = kindsByName(cellKinds);

const examples = `
Examples:
  healer export notebooks/fault-diagnosis.json --as html --out report.html --language zh
  healer export mine.json --as ipynb --data import=kpis.csv --out mine.ipynb
  healer export mine.json --as pipeline --cell train-2 --out forest.pipeline.json
  healer export mine.json --as script --out mine.ts

What the file shows has to run first, which is said. A script and a notebook need no run, a pipeline only what its
table comes from. A cell is named by its id, or by its kind where the notebook has one of that kind only.`;

/** `healer export`: a notebook in another form. */
export function addExport(program: Command): void {
  const command = notebookOptions(
    program.command("export")
      .description("write a notebook in another form")
      .argument("<notebook>", "notebook file (JSON, or an .ipynb made of one)"),
  )
    .addOption(
      new Option(
        "--as <format>",
        `one of ${exportFormats.map(({ name }) => name).join(", ")}`,
      ).makeOptionMandatory(),
    )
    .option("--cell <cell>", "the cell that a pipeline ends in (default: the last that trains)")
    .requiredOption("--out <file>", "where it goes");
  withCommonOptions(command).addHelpText("after", examples).action(exportNotebook);
}

async function exportNotebook(path: string, given: unknown, command: Command): Promise<void> {
  const { data, set, as, out, cell, language } = optionsSchema.parse(given);
  const terminal = terminalOf(command);
  const format = exportFormat(as);
  const { notebook, files } = await readNotebook(path, { data, set }, kinds);
  const needed = neededCells(notebook, format, cell);
  if (needed.length > 0) refuseMissingFiles(only(notebook, needed), files);
  const target = userPath(out);
  await keepInputs(target, [userPath(path), ...files.map((file) => file.path)]);
  // It is told before anything runs where it cannot be written.
  await using file = await AtomicFile.create(target);
  if (needed.length > 0) terminal.notice(exportNotice.runs(needed, notebook.cells.length));

  const isWhole = format.needs === undefined;
  const order = { notebook, kinds, files, cells: isWhole ? "all" as const : needed, cell };
  const states = await withFinished(
    { ...order, language: language ?? terminal.language },
    terminal,
    async (source) => {
      const ran = source.cells.filter(({ id }) => needed.includes(id));
      // What shows the results shows failed cells as well; any other has nothing to be made of.
      if (!isWhole || !ran.some(({ problem }) => problem !== undefined)) refuseFailed(ran);
      const content = await format.make(source);
      await file.write(typeof content === "string" ? new TextEncoder().encode(content) : content);
      return ran;
    },
  );
  await file.commit();
  terminal.say(`→ ${out}`);
  refuseFailed(states);
  terminal.answer({ out, format: as, ran: needed });
}

/** The cells that have to run, in the notebook's order. @throws {HealerError} `run/bad-setting` */
function neededCells(
  notebook: Notebook,
  { needs }: ExportFormat,
  cell: string | undefined,
): string[] {
  const ids = notebook.cells.map(({ id }) => id);
  if (cell !== undefined && !ids.includes(cell)) {
    throw new HealerError(runProblem.unknownCell("cell", cell, ids));
  }
  if (needs === undefined) return ids;
  const last = new Set(needs({ notebook, kinds, cell }));
  const all = new Set([...last, ...ancestors(buildGraph(notebook, kinds), last)]);
  return ids.filter((id) => all.has(id));
}

function only(notebook: Notebook, cells: readonly string[]): Notebook {
  return { ...notebook, cells: notebook.cells.filter(({ id }) => cells.includes(id)) };
}
