import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { CodeLanguage } from "@/pipeline/param_meta.ts";
import type { CodeEditor, CodeMark } from "../editor/code_editor.ts";

/** What an editor shows, and who hears of what is typed. */
export interface CodeText {
  readonly language: CodeLanguage;
  readonly text: string;
  /** Table → its columns, for completion. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
  /** What is wrong, where it is known where. */
  readonly mark: CodeMark | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly onType: (text: string) => void;
}

/** The places of an editor on the page. */
export interface CodePlaces {
  /** Where it is put. */
  readonly around: RefObject<HTMLDivElement | null>;
  /** The field that stands there until it is loaded. */
  readonly plain: RefObject<HTMLTextAreaElement | null>;
  readonly isOpen: boolean;
}

/** Milliseconds without a change after which the editor must show what the notebook has. */
const calm = 500;

/**
 * Opens an editor of code once it is loaded, with the text and the cursor of the plain field, and keeps it as
 * `code` says. Where it cannot be loaded the plain field stays, which does all but colour and complete.
 */
export function useCodeEditor(code: CodeText): CodePlaces {
  const { language, text, tables, mark, attributes } = code;
  const around = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  const [editor, setEditor] = useState<CodeEditor>();
  const now = useRef(code);
  now.current = code;
  /** What was typed and has not come back as the text yet, oldest first. */
  const sent = useRef<string[]>([]);
  useEffect(() => {
    let opened: CodeEditor | undefined;
    let isGone = false;
    const open = async (): Promise<void> => {
      const [{ openCodeEditor }, languageOf] = await Promise.all([
        import("../editor/code_editor.ts"),
        loadLanguage(language),
      ]);
      const { current: parent } = around;
      if (isGone || parent === null) return;
      const { current: field } = plain;
      opened = openCodeEditor({
        parent,
        text: field?.value ?? now.current.text,
        selection: selectionOf(field),
        hasFocus: field !== null && document.activeElement === field,
        language: languageOf(now.current.tables),
        attributes: now.current.attributes,
        onChange: (typed) => {
          sent.current.push(typed);
          now.current.onType(typed);
        },
      });
      setEditor(opened);
    };
    open().catch(reportError);
    return () => {
      isGone = true;
      opened?.close();
      setEditor(undefined);
    };
  }, [language]);
  useEffect(() => {
    if (editor === undefined) return;
    // Who types fast is ahead of the drawing: what comes back is no news.
    const back = sent.current.lastIndexOf(text);
    sent.current = back < 0 ? [] : sent.current.slice(back + 1);
    if (back < 0 && editor.text !== text) editor.show(text);
    const timer = setTimeout(() => {
      sent.current = [];
      if (editor.text !== now.current.text) editor.show(now.current.text);
    }, calm);
    return () => clearTimeout(timer);
  }, [editor, text]);
  useEffect(() => editor?.update({ attributes }), [editor, JSON.stringify(attributes)]);
  useEffect(() => {
    if (editor === undefined) return;
    let isGone = false;
    loadLanguage(language).then((languageOf) => {
      if (!isGone) editor.update({ language: languageOf(tables) });
    }).catch(reportError);
    return () => {
      isGone = true;
    };
  }, [editor, tables]);
  useEffect(() => editor?.mark(mark), [editor, mark?.line, mark?.column, mark?.message]);
  return { around, plain, isOpen: editor !== undefined };
}

function selectionOf(field: HTMLTextAreaElement | null): { anchor: number; head: number } {
  const { selectionStart = 0, selectionEnd = 0, selectionDirection } = field ?? {};
  return selectionDirection === "backward"
    ? { anchor: selectionEnd, head: selectionStart }
    : { anchor: selectionStart, head: selectionEnd };
}

async function loadLanguage(language: CodeLanguage) {
  return language === "sql"
    ? (await import("../editor/sql_language.ts")).sqlLanguage
    : (await import("../editor/typescript_language.ts")).typescriptLanguage;
}
