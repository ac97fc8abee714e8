import { z } from "zod";
import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import type { CellState } from "@/pipeline/kernel/cell_state.ts";
import { buildGraph } from "@/pipeline/kernel/graph.ts";
import { checkNotebook, type Notebook } from "@/pipeline/kernel/notebook.ts";
import type { NotebookSession } from "@/pipeline/kernel/notebook_session.ts";
import { storedResultSchema } from "@/pipeline/kernel/persistence.ts";
import { resultKeys } from "@/pipeline/kernel/result_key.ts";
import { HealerError } from "@/pipeline/problem.ts";
import type { CellResults } from "@/store/cell_results.ts";
import type { NotebookOverview } from "../api_schema.ts";

/** What an overview tells of the cells of a notebook. */
export type CellsOverview = Pick<NotebookOverview, "cells" | "states" | "data" | "macroF1">;

const fileParamSchema = z.object({ file: z.object({ name: z.string() }) });
const evaluationSchema = z.object({ evaluation: z.object({ macro_f1: z.number() }) });
const cardSchema = z.object({ card: z.object({ metrics: evaluationSchema }) });

/** The cells of a notebook that is open. */
export function openOverview(notebook: Notebook, session: NotebookSession): CellsOverview {
  const { cells } = session.view();
  const results = cells.map(({ result }) => result?.result.values ?? {});
  return overview(notebook, cells.map(({ state }) => state.state), results);
}

/** The cells of a notebook that is not open, by the results there are. */
export function closedOverview(
  content: unknown,
  kinds: ReadonlyMap<string, CellKind>,
  results: CellResults,
): CellsOverview {
  const notebook = readable(content, kinds);
  if (notebook === undefined) return { cells: 0, states: {}, data: null, macroF1: null };
  const graph = buildGraph(notebook, kinds);
  const keys = resultKeys(graph);
  const states: CellState["state"][] = [];
  const values: Readonly<Record<string, unknown>>[] = [];
  for (const [id, { kind, problem }] of graph) {
    const key = keys.get(id);
    const isThere = key !== undefined && results.has(key);
    states.push(isThere ? "cached" : problem === undefined ? "stale" : "failed");
    const gives = Object.values(kind?.gives ?? {});
    if (isThere && (gives.includes("model") || gives.includes("evaluation"))) {
      values.push(storedResultSchema.safeParse(results.get(key)?.result).data?.result.values ?? {});
    }
  }
  return overview(notebook, states, values);
}

function overview(
  notebook: Notebook,
  states: readonly CellState["state"][],
  results: readonly Readonly<Record<string, unknown>>[],
): CellsOverview {
  const counts: Partial<Record<CellState["state"], number>> = {};
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  const names = notebook.cells.flatMap(({ params }) =>
    fileParamSchema.safeParse(params).data?.file.name ?? []
  );
  const values = results.flatMap((result) => Object.values(result));
  return {
    cells: notebook.cells.length,
    states: counts,
    data: names[0] ?? null,
    macroF1: lastScore(values),
  };
}

/** What the last evaluation says, or else the last training. */
function lastScore(values: readonly unknown[]): number | null {
  const evaluations = values.flatMap((value) =>
    evaluationSchema.safeParse(value).data?.evaluation.macro_f1 ?? []
  );
  const models = values.flatMap((value) =>
    cardSchema.safeParse(value).data?.card.metrics.evaluation.macro_f1 ?? []
  );
  return evaluations.at(-1) ?? models.at(-1) ?? null;
}

/** A list names what this version cannot read, too. */
function readable(
  content: unknown,
  kinds: ReadonlyMap<string, CellKind>,
): Notebook | undefined {
  try {
    return checkNotebook(content, kinds).notebook;
  } catch (error) {
    if (!(error instanceof HealerError)) throw error;
    return undefined;
  }
}
