import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import type { TextRange } from "../notebook/json_place.ts";
import { strictCsp } from "./strict_csp.ts";

/** What an editor is opened with. */
export interface JsonEditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  /** What it is called for a screen reader. */
  readonly label: string;
  /** The id of the text that says what is wrong. */
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
  /** Ctrl Enter was pressed. */
  readonly onApply: () => void;
}

/** An editor of JSON on the page. */
export interface JsonEditor {
  readonly text: string;
  /** Replaces all of the text, without `onChange`. */
  show(text: string): void;
  /** Underlines what is wrong, or nothing; marks the whole as wrong for a screen reader. */
  mark(wrong: { readonly range: TextRange; readonly message: string } | undefined): void;
  /** Puts the cursor where something is wrong. */
  goTo(range: TextRange): void;
  close(): void;
}

/** Opens an editor of JSON, coloured by the classes `tok-…` of the page's own styles. */
export function openJsonEditor(options: JsonEditorOptions): JsonEditor {
  const { parent, text, label, describedBy, onChange, onApply } = options;
  const attributes = new Compartment();
  const attributesFor = (isWrong: boolean) =>
    EditorView.contentAttributes.of({
      "aria-label": label,
      "aria-describedby": describedBy,
      "aria-invalid": String(isWrong),
      spellcheck: "false",
    });
  let isShowing = false;
  const apply = keymap.of([{
    key: "Mod-Enter",
    stopPropagation: true,
    run: () => {
      onApply();
      return true;
    },
  }]);
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        strictCsp(),
        apply,
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        json(),
        syntaxHighlighting(classHighlighter),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        attributes.of(attributesFor(false)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !isShowing) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
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
      const length = view.state.doc.length;
      const within = (offset: number): number => Math.min(Math.max(0, offset), length);
      const found = wrong === undefined ? [] : [{
        from: within(wrong.range.from),
        to: within(Math.max(wrong.range.to, wrong.range.from + 1)),
        severity: "error" as const,
        message: wrong.message,
      }];
      view.dispatch(setDiagnostics(view.state, found));
      view.dispatch({ effects: attributes.reconfigure(attributesFor(wrong !== undefined)) });
    },
    goTo: ({ from }) => {
      const anchor = Math.min(from, view.state.doc.length);
      view.dispatch({ selection: { anchor }, scrollIntoView: true });
      view.focus();
    },
    close: () => view.destroy(),
  };
}
