import { sql, SQLDialect } from "@codemirror/lang-sql";
import type { Extension } from "@codemirror/state";

/** The SQL of the cells, as far as an editor colours and completes it. */
const dialect = SQLDialect.define({
  keywords: "all and anti any as asc between by case cast cross desc distinct else end escape " +
    "except exclude exists false fetch first from full group having ilike in inner intersect is " +
    "join last left like limit natural not null nulls offset on or order outer over partition " +
    "qualify rename replace right rlike rows select semi then true try_cast union using values " +
    "when where window with",
  types: "bigint boolean date decimal double float int integer interval real smallint text time " +
    "timestamp tinyint varchar",
  builtin:
    "abs avg ceil coalesce concat corr count date_part date_trunc dense_rank extract first " +
    "floor greatest if lag last lead least length lower max median min mod nullif pow quantile " +
    "rank replace round row_number sign sqrt starts_with stddev strftime substr sum trim upper " +
    "variance",
  caseInsensitiveIdentifiers: false,
});

/** SQL that completes the tables and their columns. */
export function sqlLanguage(tables: ReadonlyMap<string, readonly string[]>): Extension {
  const [first] = tables.keys();
  return sql({
    dialect,
    schema: Object.fromEntries(tables),
    ...(first === undefined ? {} : { defaultTable: first }),
    upperCaseKeywords: true,
  });
}
