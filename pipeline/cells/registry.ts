import { closestNames } from "../closest_names.ts";
import { HealerError } from "../problem.ts";
import { columnSteps, rowSteps } from "../steps/registry.ts";
import type { CellKind } from "./cell_kind.ts";
import { chart } from "./chart.ts";
import { code } from "./code.ts";
import { correlate } from "./correlate.ts";
import { diagnose } from "./diagnose.ts";
import { evaluate } from "./evaluate.ts";
import { explain } from "./explain.ts";
import { findModelCell } from "./find_model.ts";
import { importFile } from "./import.ts";
import { note } from "./note.ts";
import { cellParamIssue } from "./param_names.ts";
import { cellProblem } from "./problems.ts";
import { profile } from "./profile.ts";
import { projection } from "./projection.ts";
import { rankFeatures } from "./rank_features.ts";
import { renameColumns } from "./rename_columns.ts";
import { simulateCluster } from "./simulate.ts";
import { split } from "./split.ts";
import { sql } from "./sql.ts";
import { stepCell } from "./step.ts";
import { subset } from "./subset.ts";
import { train } from "./train.ts";

/** Every cell kind, in the order in which the palette and lists show them. */
export const cellKinds: readonly CellKind[] = [
  importFile,
  simulateCluster,
  split,
  subset,
  renameColumns,
  sql,
  ...[...columnSteps, ...rowSteps].map(stepCell),
  rankFeatures,
  train,
  findModelCell,
  evaluate,
  explain,
  diagnose,
  profile,
  correlate,
  chart,
  projection,
  code,
  note,
];

const byKind: ReadonlyMap<string, CellKind> = new Map(cellKinds.map((each) => [each.kind, each]));

/**
 * The cell kind of that name.
 *
 * @throws {HealerError} `cells/unknown-kind`, with the names that are close.
 */
export function findCellKind(kind: string): CellKind {
  const found = byKind.get(kind);
  if (found !== undefined) return found;
  throw new HealerError(cellProblem.unknownKind(kind, closestNames(kind, [...byKind.keys()], 3)));
}

/**
 * `params` with the kind's defaults filled in.
 *
 * @throws {HealerError} `cells/bad-param`, naming the kind, the param and what it allows.
 */
export function parseCellParams<Params>(
  kind: Pick<CellKind<Params>, "kind" | "params">,
  params: unknown,
): Params {
  const parsed = kind.params.safeParse(params);
  if (parsed.success) return parsed.data;
  const issue = cellParamIssue(parsed.error, kind.params, params);
  throw new HealerError(cellProblem.badParam(kind.kind, issue));
}
