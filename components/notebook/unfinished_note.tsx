import type { JSX } from "preact";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import { Icon, StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { runningTexts } from "../texts_running.ts";
import { useNotebook } from "./context.ts";

/** Says of a cell whose run came to no end why, and lets it go on. */
export function UnfinishedNote({ live: { id, state } }: { live: LiveCell }): JSX.Element | null {
  const language = useLanguage();
  const open = useNotebook();
  if (state.state !== "stale" || state.unfinished === undefined) return null;
  const { how, canContinue } = state.unfinished;
  const sentences = [
    how === "interrupted" ? runningTexts.interruptedWhy : runningTexts.cancelledWhy,
    canContinue ? runningTexts.goesOn : runningTexts.beginsAnew,
  ];
  return (
    <div class="note unfinished">
      <StateMark state="stale" />
      <span>{sentences.map((text) => text[language]).join({ en: " ", zh: "" }[language])}</span>
      <button type="button" class="button push" onClick={() => void open.runCells([id])}>
        <Icon name="run" />
        {(canContinue ? runningTexts.goOn : runningTexts.runAgain)[language]}
      </button>
    </div>
  );
}
