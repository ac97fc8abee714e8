import type { CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { javascript, javascriptLanguage } from "@codemirror/lang-javascript";
import type { Extension } from "@codemirror/state";

/** TypeScript that completes the tables by name, and their columns wherever a name is written. */
export function typescriptLanguage(tables: ReadonlyMap<string, readonly string[]>): Extension {
  const columns = new Set([...tables.values()].flat());
  const options = [
    ...[...tables.keys()].map((label) => ({ label, type: "variable" })),
    ...[...columns].map((label) => ({ label, type: "property" })),
  ];
  const complete = (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[\p{L}\p{N}_$]*/u);
    if (word === null || (word.from === word.to && !context.explicit)) return null;
    return { from: word.from, options, validFor: /^[\p{L}\p{N}_$]*$/u };
  };
  return [
    javascript({ typescript: true }),
    javascriptLanguage.data.of({ autocomplete: complete }),
  ];
}
