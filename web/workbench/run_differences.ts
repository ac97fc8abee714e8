import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { canonicalJson } from "@/pipeline/canonical_json.ts";
import { buildGraph } from "@/pipeline/kernel/graph.ts";
import { checkNotebook } from "@/pipeline/kernel/notebook.ts";
import { HealerError } from "@/pipeline/problem.ts";
import type { RunsAnswer } from "../run_schema.ts";

/** A param of a cell, with its default filled in. */
interface Setting {
  readonly cell: string;
  readonly kind: string;
  /** Parts of a param by their path: `learner.trees`. */
  readonly param: string;
  readonly value: unknown;
}

/** The settings of the notebook that ran, by cell, kind and param. */
export type SettingsOfRun = ReadonlyMap<string, Setting>;

/** The settings of a notebook as it is stored; none where this version cannot read it. */
export function settingsOf(
  content: unknown,
  kinds: ReadonlyMap<string, CellKind>,
): SettingsOfRun {
  const settings = new Map<string, Setting>();
  try {
    const { notebook } = checkNotebook(content, kinds);
    for (const [cell, { kind, params }] of buildGraph(notebook, kinds)) {
      if (kind === undefined) continue;
      for (const [param, value] of leaves(params, "")) {
        const setting = { cell, kind: kind.kind, param, value };
        settings.set(canonicalJson([cell, kind.kind, param]), setting);
      }
    }
  } catch (error) {
    if (!(error instanceof HealerError)) throw error;
  }
  return settings;
}

/** The settings that are not the same in all runs, in the order in which they are first met. */
export function differencesOf(runs: readonly SettingsOfRun[]): RunsAnswer["differences"] {
  const all = new Map(runs.flatMap((run) => [...run]));
  return [...all].flatMap(([name, { cell, kind, param }]) => {
    const values = runs.map((run) => run.get(name)?.value ?? null);
    const isSame = new Set(values.map((value) => canonicalJson(value))).size === 1;
    return isSame ? [] : [{ cell, kind, param, values }];
  });
}

/** What an object holds, by paths; a list is one value. */
function* leaves(value: unknown, path: string): Generator<readonly [string, unknown]> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    yield [path, value];
    return;
  }
  for (const [name, part] of Object.entries(value)) {
    yield* leaves(part, path === "" ? name : `${path}.${name}`);
  }
}
