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
import type { NotebookId } from "@/store/ids.ts";
import type { NotebookOverview } from "../api_schema.ts";

/** What an overview tells of the cells of a notebook. */
export type CellsOverview = Pick<NotebookOverview, "cells" | "states" | "data" | "macroF1">;

const fileParamSchema = z.object({ file: z.object({ name: z.string() }) });
const evaluationSchema = z.object({ evaluation: z.object({ macro_f1: z.number() }) });
const cardSchema = z.object({ card: z.object({ metrics: evaluationSchema }) });

/** What a result says of how good its model is. */
interface Scores {
  readonly evaluations: readonly number[];
  readonly models: readonly number[];
}

const noScores: Scores = { evaluations: [], models: [] };

/** A cell of a notebook that is not open. */
interface ClosedCell {
  /** Of its result; undefined where it cannot have one. */
  readonly key: string | undefined;
  readonly isBroken: boolean;
  readonly hasScores: boolean;
  /** Read once: what is under a key does not change. */
  scores?: Scores;
}

interface ClosedNotebook {
  readonly revision: number;
  readonly data: string | null;
  readonly cells: readonly ClosedCell[];
}

/** The cells of a notebook that is open. */
export function openOverview(notebook: Notebook, session: NotebookSession): CellsOverview {
  const { cells } = session.view();
  const states = cells.map(({ state }) => state.state);
  const scores = cells.map(({ result }) => scoresOf(result?.result.values ?? {}));
  return overview(dataOf(notebook), states, scores);
}

/**
 * The cells of notebooks that are not open, by the results there are. What a revision says is understood once,
 * so that a list of a thousand notebooks is quick.
 */
export class ClosedOverviews {
  private readonly known = new Map<NotebookId, ClosedNotebook>();

  constructor(
    private readonly kinds: ReadonlyMap<string, CellKind>,
    private readonly results: CellResults,
  ) {}

  /** @param content Gives what is stored as `revision`. */
  of(id: NotebookId, revision: number, content: () => unknown): CellsOverview {
    let notebook = this.known.get(id);
    if (notebook?.revision !== revision) {
      notebook = { revision, ...understand(content(), this.kinds) };
      this.known.set(id, notebook);
    }
    const states: CellState["state"][] = [];
    const scores: Scores[] = [];
    for (const cell of notebook.cells) {
      const isThere = cell.key !== undefined && this.results.has(cell.key);
      states.push(isThere ? "cached" : cell.isBroken ? "failed" : "stale");
      if (isThere && cell.hasScores) scores.push(cell.scores ??= this.scores(cell.key));
    }
    return overview(notebook.data, states, scores);
  }

  private scores(key: string): Scores {
    const stored = storedResultSchema.safeParse(this.results.get(key)?.result).data;
    return scoresOf(stored?.result.values ?? {});
  }
}

/** What there is to know of a notebook; a list names what this version cannot read, too. */
function understand(
  content: unknown,
  kinds: ReadonlyMap<string, CellKind>,
): Omit<ClosedNotebook, "revision"> {
  let notebook: Notebook;
  try {
    notebook = checkNotebook(content, kinds).notebook;
  } catch (error) {
    if (!(error instanceof HealerError)) throw error;
    return { data: null, cells: [] };
  }
  const graph = buildGraph(notebook, kinds);
  const keys = resultKeys(graph);
  const cells = [...graph].map(([id, { kind, problem }]): ClosedCell => {
    const gives = Object.values(kind?.gives ?? {});
    return {
      key: keys.get(id),
      isBroken: problem !== undefined,
      hasScores: gives.includes("model") || gives.includes("evaluation"),
    };
  });
  return { data: dataOf(notebook), cells };
}

function overview(
  data: string | null,
  states: readonly CellState["state"][],
  scores: readonly Scores[],
): CellsOverview {
  const counts: Partial<Record<CellState["state"], number>> = {};
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  // What the last evaluation says, or else the last training.
  const evaluations = scores.flatMap(({ evaluations }) => evaluations);
  const models = scores.flatMap(({ models }) => models);
  return {
    cells: states.length,
    states: counts,
    data,
    macroF1: evaluations.at(-1) ?? models.at(-1) ?? null,
  };
}

/** The name of the first table that a notebook reads. */
function dataOf({ cells }: Notebook): string | null {
  for (const { params } of cells) {
    const name = fileParamSchema.safeParse(params).data?.file.name;
    if (name !== undefined) return name;
  }
  return null;
}

function scoresOf(result: Readonly<Record<string, unknown>>): Scores {
  const values = Object.values(result);
  if (values.length === 0) return noScores;
  return {
    evaluations: values.flatMap((value) =>
      evaluationSchema.safeParse(value).data?.evaluation.macro_f1 ?? []
    ),
    models: values.flatMap((value) =>
      cardSchema.safeParse(value).data?.card.metrics.evaluation.macro_f1 ?? []
    ),
  };
}
