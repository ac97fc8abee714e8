import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { keywordCompletionSource, SQLDialect } from "@codemirror/lang-sql";
import { syntaxTree } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";

/** The SQL of the cells, as far as an editor colours and completes it. */
const dialect = SQLDialect.define({
  keywords: "all and anti any as asc between by case cast cross desc distinct else end escape " +
    "except exclude exists false fetch filter from full group having ilike in inner intersect " +
    "interval is join last left like limit natural not null nulls offset on or order outer over " +
    "partition qualify rename right rlike rows select semi then true try_cast union using when " +
    "where window with",
  types: "bigint boolean date decimal double float integer real smallint time timestamp tinyint " +
    "varchar",
  builtin: "abs avg ceil coalesce concat corr count date_part dense_rank extract floor greatest " +
    "lag lead least length lower max median min nullif quantile_cont rank round row_number " +
    "sign sqrt starts_with stddev strftime strptime substr sum trim upper variance",
});

/** SQL that completes the tables, and their columns whatever they are called. */
export function sqlLanguage(tables: ReadonlyMap<string, readonly string[]>): Extension {
  return [
    dialect.extension,
    dialect.language.data.of({ autocomplete: namesOf(tables) }),
    dialect.language.data.of({ autocomplete: keywordCompletionSource(dialect, true) }),
  ];
}

/** Names in KPI tables have points in them, which a completion by tables and columns would take apart. */
function namesOf(tables: ReadonlyMap<string, readonly string[]>) {
  const all = [
    ...[...tables.keys()].map((label): Completion => ({ label, type: "class", boost: 1 })),
    ...[...new Set([...tables.values()].flat())].map(columnCompletion),
  ];
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[\p{L}\p{N}_.]*/u);
    const isQuoted = context.state.sliceDoc((word?.from ?? 1) - 1, word?.from) === '"';
    if (word === null || (word.text === "" && !isQuoted && !context.explicit)) return null;
    const node = syntaxTree(context.state).resolveInner(context.pos, -1).name;
    if (node === "String" || node.endsWith("Comment")) return null;
    const [table = "", rest] = word.text.split(/\.(.*)/s);
    const columns = rest === undefined || isQuoted ? undefined : tables.get(table);
    return columns === undefined
      ? { from: word.from, options: all, validFor }
      : { from: word.from + table.length + 1, options: columns.map(columnCompletion), validFor };
  };
}

const validFor = /^[\p{L}\p{N}_.]*$/u;

function columnCompletion(label: string): Completion {
  return { label, type: "property", apply: applyName };
}

/** Puts a name there, in quotes where it needs them; those that are there already are not doubled. */
function applyName(view: EditorView, { label }: Completion, from: number, to: number): void {
  const { doc } = view.state;
  const isOpen = doc.sliceString(from - 1, from) === '"';
  const isClosed = isOpen && doc.sliceString(to, to + 1) === '"';
  const isPlain = /^[a-z_][a-z0-9_]*$/i.test(label) && !isKeyword(label);
  const insert = isPlain && !isOpen ? label : `"${label.replaceAll('"', '""')}"`;
  const start = isOpen ? from - 1 : from;
  view.dispatch({
    changes: { from: start, to: isClosed ? to + 1 : to, insert },
    selection: { anchor: start + insert.length },
    userEvent: "input.complete",
    scrollIntoView: true,
  });
}

function isKeyword(name: string): boolean {
  return ` ${dialect.spec.keywords ?? ""} `.includes(` ${name.toLowerCase()} `);
}
