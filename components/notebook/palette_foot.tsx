import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { wireTexts } from "../texts_wire.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { titleOf } from "./cell_names.ts";
import { useNotebook } from "./context.ts";
import { typeWords } from "./misfit_words.ts";
import type { PaletteEntry } from "./palette_entries.ts";

/** What the keys do, and what would be added. */
export function PaletteFoot(
  { chosen, onAdd }: {
    readonly chosen: PaletteEntry | undefined;
    readonly onAdd: (entry: PaletteEntry, isAlone: boolean) => void;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <div class="foot">
      <span class="keys not-narrow" aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> {wireTexts.choose[language]} <kbd>↵</kbd>{" "}
        {notebookTexts.add[language]} <kbd>Esc</kbd> {notebookTexts.close[language]}
      </span>
      {chosen && <What chosen={chosen} onAdd={onAdd} />}
    </div>
  );
}

function What(
  { chosen, onAdd }: {
    readonly chosen: PaletteEntry;
    readonly onAdd: (entry: PaletteEntry, isAlone: boolean) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const { kind, needed } = chosen;
  const gives = Object.values(kind.gives);
  const title = kind.title[language];
  return (
    <div class="what" aria-live="polite">
      <p>
        <span class="strong">{title}</span>
        {{ en: ": ", zh: "：" }[language]}
        {kind.summary[language]} {gives.length > 0 &&
          wireTexts.givesWhat(typeWords([...new Set(gives)], language))[language]}
      </p>
      {needed.length > 0 && (
        <p>
          {wireTexts.addsToo(
            needed.map((name) => titleOf(open, { kind: name }, language))
              .join({ en: ", ", zh: "、" }[language]),
          )[language]}{" "}
          <button type="button" class="link-button" onClick={() => onAdd(chosen, true)}>
            {wireTexts.addOnly(title)[language]}
          </button>{" "}
          <kbd class="not-narrow">Shift ↵</kbd>
        </p>
      )}
    </div>
  );
}
