import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { strictCsp } from "./strict_csp.ts";

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

/** Opens an editor of code, coloured by the classes `tok-…` of the page's own styles. */
export function openCodeEditor(options: CodeEditorOptions): CodeEditor {
  const [language, attributes] = [new Compartment(), new Compartment()];
  let isShowing = false;
  const { text } = options;
  const within = (offset: number): number => Math.min(Math.max(0, offset), text.length);
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: text,
      selection: { anchor: within(options.selection.anchor), head: within(options.selection.head) },
      extensions: [
        strictCsp(),
        // A blank line is no use where the cell runs: the page takes the key.
        keymap.of([{ key: "Mod-Enter", run: () => true }]),
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ icons: false, tooltipClass: () => "code-completion" }),
        language.of(options.language),
        syntaxHighlighting(classHighlighter),
        keymap.of([
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...historyKeymap,
          indentWithTab,
          ...defaultKeymap,
        ]),
        EditorView.lineWrapping,
        attributes.of(attributesOf(options.attributes)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !isShowing) options.onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  if (options.hasFocus) view.focus();
  return {
    get text() {
      return view.state.doc.toString();
    },
    show: (next) => {
      isShowing = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
      isShowing = false;
    },
    mark: (wrong) => {
      const found = wrong === undefined ? [] : [diagnosticOf(view.state, wrong)];
      view.dispatch(setDiagnostics(view.state, found));
    },
    update: (change) => {
      const effects = [
        ...(change.language === undefined ? [] : [language.reconfigure(change.language)]),
        ...(change.attributes === undefined
          ? []
          : [attributes.reconfigure(attributesOf(change.attributes))]),
      ];
      view.dispatch({ effects });
    },
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}

function attributesOf(attributes: CodeEditorOptions["attributes"]): Extension {
  return EditorView.contentAttributes.of({ spellcheck: "false", ...attributes });
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
