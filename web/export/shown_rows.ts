/** A table up to this size is shown whole, as on the page. */
const small = { rows: 12, columns: 60 };

/** So much of a larger one: what the page has room for before anyone scrolls. */
const inSight = { rows: 16, columns: 24 };

/** How much of a table an export shows at most. */
export function shownExtent(
  { rows, columns }: { readonly rows: number; readonly columns: number },
): { readonly rows: number; readonly columns: number } {
  return rows <= small.rows && columns <= small.columns ? small : inSight;
}

/** The names of tables with rows that could not be read: whatever is in them, no export shows it. */
export const withheldTables: ReadonlySet<string> = new Set(["quarantined", "bad-cells"]);
