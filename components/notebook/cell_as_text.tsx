import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import { copyText } from "../copy_text.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { editorTexts } from "../texts_editor.ts";
import { cellTexts } from "../texts_cell.ts";
import { useNotebook } from "./context.ts";
import { inLanguage, resultText } from "./result_text.ts";

/** So many characters are shown; what is copied is whole. */
const shown = 100_000;

/** What came of a cell as plain text, or as JSON, to be copied. */
export function CellAsText(
  { id, title, live }: { id: string; title: string; live: LiveCell },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const form = open.tabs.of(`text ${id}`);
  const isJson = form.value === "json";
  const [isCopied, setCopied] = useState<boolean>();
  const { result } = live;
  const text = useMemo(() => {
    if (result === undefined) return "";
    return isJson
      ? JSON.stringify(inLanguage({ title, ...result }, language), null, 2)
      : resultText(title, result.result, language);
  }, [result, title, isJson, language]);
  const copy = async (): Promise<void> => {
    const isDone = await copyText(text);
    setCopied(isDone);
    open.announcement.value = editorTexts[isDone ? "copied" : "notCopied"][language];
  };
  const choice = (name: "plain" | "json"): JSX.Element => (
    <label>
      <input
        type="radio"
        name={`${id}-text`}
        checked={isJson === (name === "json")}
        onChange={() => {
          form.value = name;
          setCopied(undefined);
        }}
      />
      <span>{(name === "json" ? cellTexts.json : editorTexts.plain)[language]}</span>
    </label>
  );
  return (
    <div class="cell-as-text">
      <div class="row wrap">
        <div class="choices" role="radiogroup" aria-label={editorTexts.textAs[language]}>
          {choice("plain")}
          {choice("json")}
        </div>
        <button type="button" class="button" onClick={() => void copy()}>
          <Icon name="copy" />
          {editorTexts.copy[language]}
        </button>
        {isCopied !== undefined && (
          <span class="faint small">
            {editorTexts[isCopied ? "copied" : "notCopied"][language]}
          </span>
        )}
      </div>
      <pre tabIndex={0} role="region" aria-label={cellTexts.asText[language]}>
        {text.slice(0, shown)}
      </pre>
      {text.length > shown && (
        <p class="faint small">{editorTexts.textCut(countWords(text.length - shown))[language]}</p>
      )}
    </div>
  );
}
