import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Icon } from "../icon.tsx";
import { ariaKeys, keyNames } from "../key_names.ts";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { useNotebook } from "./context.ts";
import { takeStep } from "./take_step.ts";

/** Undo and redo, each of which says what it would do. */
export function HistoryButtons(): JSX.Element {
  return (
    <div class="row history">
      <HistoryButton direction="undo" keys="Ctrl Z" />
      <HistoryButton direction="redo" keys="Ctrl Shift Z" />
    </div>
  );
}

function HistoryButton(
  { direction, keys }: { readonly direction: "undo" | "redo"; readonly keys: string },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const step = open.historySteps.value[direction];
  const [told, setTold] = useState<{ step: typeof step; words: string }>();
  const label = notebookTexts[direction][language];
  /** The words are made only where somebody is about to read them. */
  const tell = async (): Promise<void> => {
    const { stepTitle } = await import("./step_back.ts");
    setTold({ step, words: stepTitle(open, direction, language) });
  };
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-keyshortcuts={ariaKeys(keys)}
      title={`${told?.step === step && told !== undefined ? told.words : label} (${
        keyNames(keys)
      })`}
      disabled={step === undefined}
      onPointerEnter={() => void tell().catch(() => undefined)}
      onFocus={() => void tell().catch(() => undefined)}
      onClick={() => void takeStep(open, direction, language)}
    >
      <Icon name={direction} />
    </button>
  );
}
