import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { strictCsp } from "./strict_csp.ts";

/** What every editor is opened with. */
export interface EditorViewOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly selection?: { readonly anchor: number; readonly head: number };
  /** What comes before the usual keys: the language, keys of its own. */
  readonly extensions: readonly Extension[];
  /** Attributes of what is typed into: its name, what describes it. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly onChange: (text: string) => void;
}

/** An editor on the page, whatever it is for. */
export interface OpenedView {
  readonly view: EditorView;
  readonly text: string;
  /** Replaces all of the text, without `onChange`. */
  show(text: string): void;
  /** Takes other attributes. */
  describe(attributes: EditorViewOptions["attributes"]): void;
}

/** Opens an editor, coloured by the classes `tok-…` of the page's own styles. */
export function openEditorView(options: EditorViewOptions): OpenedView {
  const { parent, text, selection = { anchor: 0, head: 0 }, onChange } = options;
  const attributes = new Compartment();
  let isShowing = false;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      selection,
      extensions: [
        strictCsp(),
        ...options.extensions,
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        syntaxHighlighting(classHighlighter),
        keymap.of([...historyKeymap, ...defaultKeymap]),
        EditorView.lineWrapping,
        attributes.of(contentAttributes(options.attributes)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !isShowing) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    view,
    get text() {
      return view.state.doc.toString();
    },
    show: (next) => {
      isShowing = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
      isShowing = false;
    },
    describe: (next) => {
      view.dispatch({ effects: attributes.reconfigure(contentAttributes(next)) });
    },
  };
}

function contentAttributes(attributes: EditorViewOptions["attributes"]): Extension {
  return EditorView.contentAttributes.of({ spellcheck: "false", ...attributes });
}
