import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { indentWithTab } from "@codemirror/commands";
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { Compartment, type EditorState, type Extension } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { openEditorView } from "./editor_view.ts";

/** What an editor of code is opened with. */
export interface CodeEditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  /** Where the cursor stands at first, and whether it is there already. */
  readonly selection: { readonly anchor: number; readonly head: number };
  readonly hasFocus: boolean;
  /** The language with its completion. */
  readonly language: Extension;
  /** Attributes of what is typed into: the id for its label, what describes it. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly onChange: (text: string) => void;
}

/** Where something is wrong; lines and columns count from 1. */
export interface CodeMark {
  readonly line: number;
  readonly column: number | undefined;
  readonly message: string;
}

/** An editor of code on the page. */
export interface CodeEditor {
  readonly text: string;
  /** Replaces all of the text, without `onChange`. */
  show(text: string): void;
  /** Underlines what is wrong, or nothing. */
  mark(wrong: CodeMark | undefined): void;
  /** Takes other attributes, or another language with what it completes. */
  update(change: Partial<Pick<CodeEditorOptions, "attributes" | "language">>): void;
  focus(): void;
  close(): void;
}

/** Opens an editor of code. */
export function openCodeEditor(options: CodeEditorOptions): CodeEditor {
  const { parent, text, selection, attributes, onChange } = options;
  const language = new Compartment();
  const within = (offset: number): number => Math.min(Math.max(0, offset), text.length);
  const opened = openEditorView({
    parent,
    text,
    selection: { anchor: within(selection.anchor), head: within(selection.head) },
    attributes,
    onChange,
    extensions: [
      // A blank line is no use where the cell runs: the page takes the key.
      keymap.of([{ key: "Mod-Enter", run: () => true }]),
      closeBrackets(),
      autocompletion({ icons: false, tooltipClass: () => "code-completion" }),
      language.of(options.language),
      keymap.of([...closeBracketsKeymap, ...completionKeymap, indentWithTab]),
    ],
  });
  const { view, show } = opened;
  if (options.hasFocus) view.focus();
  return {
    get text() {
      return opened.text;
    },
    show,
    mark: (wrong) => {
      const found = wrong === undefined ? [] : [diagnosticOf(view.state, wrong)];
      view.dispatch(setDiagnostics(view.state, found));
    },
    update: (change) => {
      if (change.language !== undefined) {
        view.dispatch({ effects: language.reconfigure(change.language) });
      }
      if (change.attributes !== undefined) opened.describe(change.attributes);
    },
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}

/** The word at the place, or the whole line where no column is known. */
function diagnosticOf({ doc }: EditorState, { line, column, message }: CodeMark): Diagnostic {
  const { from, to, text } = doc.line(Math.min(Math.max(1, line), doc.lines));
  const severity = "error" as const;
  if (column === undefined) return { from, to, severity, message };
  const start = Math.min(from + Math.max(0, column - 1), to);
  const word = /^[\p{L}\p{N}_$]+|^"[^"]*"|^./u.exec(text.slice(start - from))?.[0] ?? "";
  return { from: start, to: Math.min(to, start + word.length), severity, message };
}
