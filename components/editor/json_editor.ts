import { json } from "@codemirror/lang-json";
import { setDiagnostics } from "@codemirror/lint";
import { keymap } from "@codemirror/view";
import type { TextRange } from "../notebook/json_place.ts";
import { openEditorView } from "./editor_view.ts";

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

/** Opens an editor of JSON. */
export function openJsonEditor(options: JsonEditorOptions): JsonEditor {
  const { parent, text, label, describedBy, onChange, onApply } = options;
  const attributesFor = (isWrong: boolean) => ({
    "aria-label": label,
    "aria-describedby": describedBy,
    "aria-invalid": String(isWrong),
  });
  const apply = keymap.of([{
    key: "Mod-Enter",
    stopPropagation: true,
    run: () => {
      onApply();
      return true;
    },
  }]);
  const opened = openEditorView({
    parent,
    text,
    attributes: attributesFor(false),
    onChange,
    extensions: [apply, json()],
  });
  const { view, show } = opened;
  return {
    get text() {
      return opened.text;
    },
    show,
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
      opened.describe(attributesFor(wrong !== undefined));
    },
    goTo: ({ from }) => {
      const anchor = Math.min(from, view.state.doc.length);
      view.dispatch({ selection: { anchor }, scrollIntoView: true });
      view.focus();
    },
    close: () => view.destroy(),
  };
}
