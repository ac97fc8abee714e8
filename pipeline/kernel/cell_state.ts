import * as z from "zod/mini";
import type { Problem } from "../problem.ts";
import type { NotebookGraph } from "./graph.ts";
import { problemSchema } from "./problem_schema.ts";

/** The key of an older result, which stays in sight. */
const last = { last: z.exactOptional(z.string()) };

/** How a cell stands. */
export const cellStateSchema = z.discriminatedUnion("state", [
  /** It has the result of what it is now: just computed (`fresh`) or found by its key (`cached`). */
  z.strictObject({
    state: z.enum(["fresh", "cached"]),
    key: z.string(),
    finished: z.string(),
    seconds: z.number(),
  }),
  /** It has no result of what it is now. */
  z.strictObject({
    state: z.literal("stale"),
    since: z.exactOptional(z.string()),
    /** The cells whose change made it stale. */
    because: z.exactOptional(z.array(z.string())),
    /** Its last run came to no end, though nothing has changed since. */
    unfinished: z.exactOptional(z.strictObject({
      /** Interrupted: the server ended. */
      how: z.enum(["interrupted", "cancelled"]),
      time: z.string(),
      /** How far it was. */
      fraction: z.exactOptional(z.number()),
      /** Whether another run goes on from there. */
      canContinue: z.boolean(),
    })),
    ...last,
  }),
  /** It shall run, but waits for other cells, or for its turn where `for` is empty; or it waits for the repair of failed ones. */
  z.strictObject({ state: z.literal("waiting"), for: z.array(z.string()), ...last }),
  z.strictObject({ state: z.literal("running"), started: z.string(), ...last }),
  z.strictObject({
    state: z.literal("failed"),
    problem: problemSchema,
    since: z.exactOptional(z.string()),
    ...last,
  }),
]);

export type CellState = Readonly<z.infer<typeof cellStateSchema>>;

/** How the last run of a cell ended that came to no result. */
export interface Unfinished {
  /** What its result would have been kept under. */
  readonly key: string;
  readonly how: "interrupted" | "cancelled";
  readonly time: string;
  /** How far it was; undefined where nobody knows. */
  readonly fraction: number | undefined;
  /** Whether another run goes on from there. */
  readonly canContinue: boolean;
}

/** What is known of a cell beside the notebook. */
export interface CellFacts {
  /** Its last result, of whatever key. */
  readonly result?:
    | { readonly key: string; readonly finished: string; readonly seconds: number }
    | undefined;
  /** Whether the result was found by its key, not computed here. */
  readonly isFromCache?: boolean;
  readonly failure?:
    | { readonly key: string; readonly problem: Problem; readonly time: string }
    | undefined;
  readonly stale?:
    | { readonly since: string; readonly because: readonly string[] }
    | undefined;
  readonly unfinished?: Unfinished | undefined;
  /** It shall run. */
  readonly isWanted?: boolean;
  /** The run of that key is under way; not yet `started` while it waits for its turn. */
  readonly running?:
    | { readonly key: string; readonly started?: string | undefined }
    | undefined;
}

/** The states of all cells. @param keys As `resultKeys` gives them. */
export function cellStates(
  graph: NotebookGraph,
  keys: ReadonlyMap<string, string>,
  facts: ReadonlyMap<string, CellFacts>,
): ReadonlyMap<string, CellState> {
  const states = new Map<string, CellState>();
  /** Cell → the failed cells that keep it from running. */
  const blockers = new Map<string, readonly string[]>();
  for (const [id, { wires, problem }] of graph) {
    const sources = [...new Set([...wires.values()].map(({ cell }) => cell))];
    const known = facts.get(id) ?? {};
    const ownKey = keys.get(id);
    const isReady = (source: string) => isReadyState(states.get(source));
    const blocking = [...new Set(sources.flatMap((source) => blockers.get(source) ?? []))];
    const state = problem !== undefined
      ? failed(problem, undefined, known)
      : stateOf(ownKey, known, sources.filter((source) => !isReady(source)), blocking);
    states.set(id, state);
    if (state.state === "failed") blockers.set(id, [id]);
    else if (state.state === "waiting" && blocking.length > 0) blockers.set(id, blocking);
  }
  return states;
}

/** Whether a cell in that state has the result of what it is now. */
export function isReadyState(state: CellState | undefined): boolean {
  return state?.state === "fresh" || state?.state === "cached";
}

function stateOf(
  key: string | undefined,
  known: CellFacts,
  unready: readonly string[],
  blocking: readonly string[],
): CellState {
  const { result, failure, running, isWanted = false } = known;
  const older = lastOf(known);
  if (key === undefined) return { state: "waiting", for: [...blocking], ...older };
  if (running?.key === key) {
    return running.started === undefined
      ? { state: "waiting", for: [], ...older }
      : { state: "running", started: running.started, ...older };
  }
  if (isWanted) return { state: "waiting", for: [...unready], ...older };
  if (failure?.key === key) return failed(failure.problem, failure.time, known);
  if (result?.key === key) {
    const { finished, seconds } = result;
    return { state: known.isFromCache === true ? "cached" : "fresh", key, finished, seconds };
  }
  if (blocking.length > 0) return { state: "waiting", for: [...blocking], ...older };
  const { stale } = known;
  return {
    state: "stale",
    ...(stale && { since: stale.since, because: [...stale.because] }),
    ...unfinishedOf(known, key),
    ...older,
  };
}

function unfinishedOf(
  { unfinished }: CellFacts,
  key: string,
): Pick<Extract<CellState, { state: "stale" }>, "unfinished"> {
  if (unfinished?.key !== key) return {};
  const { key: _, fraction, ...others } = unfinished;
  return { unfinished: { ...others, ...(fraction === undefined ? {} : { fraction }) } };
}

function failed(problem: Problem, since: string | undefined, known: CellFacts): CellState {
  const copy = problemSchema.parse(problem);
  return {
    state: "failed",
    problem: copy,
    ...(since === undefined ? {} : { since }),
    ...lastOf(known),
  };
}

function lastOf({ result }: CellFacts): { last?: string } {
  return result === undefined ? {} : { last: result.key };
}
