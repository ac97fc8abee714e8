import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { javascript, javascriptLanguage } from "@codemirror/lang-javascript";
import type { Extension } from "@codemirror/state";
import { plotMarks, plotTransforms } from "@/pipeline/code/plot_words.ts";

/** What stands behind a dot: the marks and transforms of Plot, and the verbs of tables that are wanted most. */
const members: Readonly<Record<string, readonly string[]>> = {
  Plot: ["plot", ...Object.keys(plotMarks), ...Object.keys(plotTransforms)],
  aq: ["table", "from", "op", "desc", "escape", "not", "all", "range", "rolling", "bin", "agg"],
  console: ["log", "warn", "error", "table"],
};

const tableMembers: readonly string[] = [
  "array",
  "columnNames",
  "concat",
  "dedupe",
  "derive",
  "filter",
  "fold",
  "get",
  "groupby",
  "impute",
  "join",
  "join_left",
  "numCols",
  "numRows",
  "objects",
  "orderby",
  "pivot",
  "rename",
  "rollup",
  "sample",
  "select",
  "slice",
  "window",
];

/** TypeScript that completes what code has by name, and columns wherever a name is written. */
export function typescriptLanguage(tables: ReadonlyMap<string, readonly string[]>): Extension {
  const columns = new Set([...tables.values()].flat());
  const properties = [...columns].map((label) => ({ label, type: "property" }));
  const names: Completion[] = [
    ...[...tables.keys()].map((label) => ({ label, type: "variable" })),
    ...Object.keys(members).map((label) => ({ label, type: "namespace" })),
    ...properties,
  ];
  const optionsBehind = (owner: string | undefined): readonly Completion[] => {
    if (owner === undefined) return names;
    const known = members[owner] ?? (tables.has(owner) ? tableMembers : []);
    return [...known.map((label) => ({ label, type: "method" })), ...properties];
  };
  const complete = (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[\p{L}\p{N}_$]*/u);
    if (word === null) return null;
    const owner = context.matchBefore(/[\p{L}\p{N}_$]+\.[\p{L}\p{N}_$]*/u)?.text.split(".")[0];
    if (word.from === word.to && !context.explicit && owner === undefined) return null;
    return { from: word.from, options: optionsBehind(owner), validFor: /^[\p{L}\p{N}_$]*$/u };
  };
  return [
    javascript({ typescript: true }),
    javascriptLanguage.data.of({ autocomplete: complete }),
  ];
}
