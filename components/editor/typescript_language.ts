import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { javascript, javascriptLanguage } from "@codemirror/lang-javascript";
import { syntaxTree } from "@codemirror/language";
import type { Extension } from "@codemirror/state";

/** TypeScript that completes the tables by name, and their columns as members and in texts. */
export function typescriptLanguage(tables: ReadonlyMap<string, readonly string[]>): Extension {
  const columns = [...new Set([...tables.values()].flat())]
    .map((label): Completion => ({ label, type: "property" }));
  const names = [
    ...[...tables.keys()].map((label): Completion => ({ label, type: "variable" })),
    ...columns.filter(({ label }) => identifier.test(label)),
  ];
  const complete = (context: CompletionContext): CompletionResult | null => {
    const node = syntaxTree(context.state).resolveInner(context.pos, -1).name;
    if (node.endsWith("Comment")) return null;
    const isText = node === "String" || node === "TemplateString";
    const word = context.matchBefore(isText ? /[^'"`\n]*/ : /[\p{L}\p{N}_$]*/u);
    if (word === null || (word.text === "" && !context.explicit)) return null;
    return isText
      ? { from: word.from, options: columns, validFor: /^[^'"`\n]*$/ }
      : { from: word.from, options: names, validFor: /^[\p{L}\p{N}_$]*$/u };
  };
  return [
    javascript({ typescript: true }),
    javascriptLanguage.data.of({ autocomplete: complete }),
  ];
}

const identifier = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;
