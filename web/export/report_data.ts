import { readCells } from "@/components/notebook/read_cells.ts";
import { titleOf } from "@/components/notebook/cell_names.ts";
import { olderWords } from "@/components/notebook/older_words.ts";
import { problemPlace } from "@/components/notebook/problem_place.ts";
import type { Report, ReportCell, ReportTable } from "@/components/report/report.ts";
import { notebookTexts } from "@/components/texts_notebook.ts";
import type { CellResult } from "@/pipeline/cells/cell_kind.ts";
import { buildGraph } from "@/pipeline/kernel/graph.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { drawnFigures } from "./drawn_figures.ts";
import type { ExportCell, ExportSource } from "./export_source.ts";
import { diagnosisCounts, headFacts, modelFacts } from "./report_facts.ts";
import { reportMoment } from "./report_moment.ts";
import { fieldsOf, settingsOf } from "./report_settings.ts";
import { shownExtent, withheldTables } from "./shown_rows.ts";

/** Gathers what a report shows. No row is in it that the page would not have shown by itself. */
export async function reportData(source: ExportSource): Promise<Report> {
  const { notebook, cells, kinds, language } = source;
  const at = (time: string): string => reportMoment(time, language);
  const views = cells.map((cell) => ({ cell, view: viewOf(cell) }));
  const content = {
    ...notebook,
    cells: notebook.cells.map((cell) => ({ ...cell })),
  };
  const read = readCells(
    { notebook: content, cells: views.map(({ view }) => view) },
    kinds,
    language,
    at,
  );
  const graph = buildGraph(notebook, kinds);
  const drawn = await drawnFigures(cells.map(({ result }) => result?.figures ?? []), language);
  const figuresOf = new Map(cells.map(({ id }, index) => [id, drawn[index] ?? []]));
  const isFailed = (id: string): boolean =>
    cells.some((cell) => cell.id === id && cell.problem !== undefined);
  const reportCells: ReportCell[] = [];
  for (const [index, base] of read.entries()) {
    const found = views.find(({ cell }) => cell.id === base.id);
    if (found === undefined) continue;
    const { cell, view } = found;
    const kind = kinds.get(cell.kind);
    const fields = base.isText ? [] : fieldsOf(kind);
    const values = Object.values(cell.result?.values ?? {});
    const { wires } = graph.get(cell.id) ?? { wires: new Map() };
    reportCells.push({
      ...base,
      number: index + 1,
      reads: [...wires.values()].map((wire) => sourceName(source, wire.cell)),
      older: olderWords(view, notebook, language, { isFailed, at }),
      settings: settingsOf(fields, cell.params, language),
      problem: cell.problem && {
        ...cell.problem,
        place: problemPlace(cell.problem.place, fields, language),
      },
      hasResult: cell.result !== undefined,
      figures: figuresOf.get(cell.id) ?? [],
      tables: base.isText ? [] : await tablesOf(source, cell.id, cell.result),
      models: modelFacts(values, language, source.catalogueOf),
      diagnoses: diagnosisCounts(values, language),
    });
  }
  const title = notebook.title.trim() === "" ? notebookTexts.untitled[language] : notebook.title;
  return { title, ...headFacts(source), cells: reportCells };
}

function viewOf(cell: ExportCell) {
  const { id, state, result, finished = new Date(0).toISOString(), seconds = 0 } = cell;
  return {
    id,
    // Whether a result was computed or found again says something of the server, not of the result.
    state: state.state === "cached" ? { ...state, state: "fresh" as const } : state,
    metrics: [],
    metricCount: 0,
    ...(result === undefined ? {} : { result: { result, finished, seconds } }),
  };
}

function sourceName({ notebook, kinds, language }: ExportSource, id: string): string {
  const at = notebook.cells.findIndex((cell) => cell.id === id);
  const cell = notebook.cells[at];
  return cell === undefined
    ? notebookTexts.goneCell(id)[language]
    : `${at + 1} ${titleOf({ kinds }, cell, language)}`;
}

async function tablesOf(
  source: ExportSource,
  cell: string,
  result: CellResult | undefined,
): Promise<ReportTable[]> {
  const tables: ReportTable[] = [];
  for (const [index, { name, title, rows, columns }] of (result?.tables ?? []).entries()) {
    const limits = shownExtent({ rows, columns: columns.length });
    const table = { title: title[source.language], rows, columns: columns.length };
    if (withheldTables.has(name)) {
      tables.push({ ...table, content: { type: "withheld" } });
      continue;
    }
    try {
      const page = await source.tablePage(cell, index, {
        offset: 0,
        limit: limits.rows,
        columns: columns.slice(0, limits.columns).map((column) => column.name),
      });
      tables.push({ ...table, content: { type: "rows", page } });
    } catch (error) {
      if (!(error instanceof HealerError)) throw error;
      tables.push({ ...table, content: { type: "problem", problem: error.problem } });
    }
  }
  return tables;
}
