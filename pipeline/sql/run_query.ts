import pl from "nodejs-polars";
import { HealerError } from "../problem.ts";
import { type CheckedQuery, nameOf } from "./check_query.ts";
import { polarsProblem } from "./polars_problem.ts";
import { sqlProblem } from "./problems.ts";
import { inStableOrder } from "./stable_order.ts";

const start = { line: 1, column: 1 };

/**
 * Runs a checked query over frames by their names; nothing else is known to it.
 *
 * @throws {HealerError} `sql/…` where Polars cannot run it
 */
export function runQuery(
  query: CheckedQuery,
  tables: Readonly<Record<string, pl.DataFrame>>,
): pl.DataFrame {
  try {
    const plan = planOf(query.text, query, tables);
    const ordered = inStableOrder(query, plan.columns.length);
    return (ordered === undefined ? plan : orderedPlan(ordered, query, tables) ?? plan)
      .collectSync();
  } catch (error) {
    if (error instanceof HealerError) throw error;
    const columns = Object.values(tables).flatMap((table) => table.columns);
    throw new HealerError(polarsProblem(error, query, [...new Set(columns)]), { cause: error });
  }
}

/** Undefined where the order cannot be added, as with ORDER BY ALL. */
function orderedPlan(
  text: string,
  query: CheckedQuery,
  tables: Readonly<Record<string, pl.DataFrame>>,
): pl.LazyDataFrame | undefined {
  try {
    const plan = planOf(text, query, tables);
    return plan.columns.length > 0 ? plan : undefined;
  } catch (error) {
    if (error instanceof HealerError) throw error;
    return undefined;
  }
}

function planOf(
  text: string,
  query: CheckedQuery,
  tables: Readonly<Record<string, pl.DataFrame>>,
): pl.LazyDataFrame {
  const context = pl.SQLContext({ ...tables });
  const plan = context.execute(text);
  // The native context hands its error over where the plan should be.
  const native: unknown = plan._ldf;
  // A function that reads a file makes that file a table, by a name that the query does not name as one.
  const named = new Set([...Object.keys(tables), ...query.tokens.map(nameOf)]);
  const strange = context.tables().find((name) => !named.has(name));
  if (strange !== undefined) throw new HealerError(sqlProblem.tableFunction(strange, start));
  if (native instanceof Error) throw native;
  return plan;
}
