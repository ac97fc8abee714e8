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
        onChange: (typed) => now.current.onType(typed),
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
    if (editor !== undefined && editor.text !== text) editor.show(text);
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
