import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Language } from "@/web/language.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { groupTexts, notebookTexts, valueTexts } from "../texts_notebook.ts";
import { useNotebook } from "./context.ts";
import { kindIcon } from "./kind_icon.ts";
import { type PaletteEntry, paletteGroups } from "./palette_entries.ts";

/** The kinds of cells to choose a new one from: a combobox whose list is always in sight. */
export function Palette(
  { index, label, onAdd, onClose }: {
    /** Where the new cell will stand, from 0. */
    readonly index: number;
    readonly label: string;
    readonly onAdd: (kind: string) => void;
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { kinds, structure } = useNotebook();
  const [sought, setSought] = useState("");
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const groups = paletteGroups(kinds, structure.value, index, sought);
  const entries = groups.flatMap((group) => group.entries);
  const chosen = entries[Math.min(active, entries.length - 1)];
  const idOf = ({ kind }: PaletteEntry): string => `palette-${index}-${kind.kind}`;
  const chosenId = chosen && idOf(chosen);
  useEffect(() => {
    if (chosenId) document.getElementById(chosenId)?.scrollIntoView({ block: "nearest" });
  }, [chosenId]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const count = entries.length;
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && chosen) onAdd(chosen.kind.kind);
    else if (event.key === "ArrowDown" && count > 0) setActive((active + 1) % count);
    else if (event.key === "ArrowUp" && count > 0) setActive((active - 1 + count) % count);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="palette" role="dialog" aria-label={label} onKeyDown={onKeyDown}>
      <div class="search">
        <Icon name="search" />
        <input
          ref={input}
          class="input"
          type="text"
          role="combobox"
          aria-expanded
          aria-controls={`palette-${index}`}
          aria-activedescendant={chosenId}
          placeholder={`${label}: ${notebookTexts.paletteSearch[language]}`}
          aria-label={label}
          value={sought}
          onInput={({ currentTarget }) => {
            setSought(currentTarget.value);
            setActive(0);
          }}
        />
      </div>
      <div class="groups" id={`palette-${index}`} role="listbox" aria-label={label}>
        {groups.map(({ group, entries: ofGroup }) => (
          <div key={group} class="group" role="group" aria-label={groupTexts[group][language]}>
            <h3 aria-hidden="true">{groupTexts[group][language]}</h3>
            {ofGroup.map((entry) => (
              <button
                key={entry.kind.kind}
                type="button"
                id={idOf(entry)}
                role="option"
                tabIndex={-1}
                aria-selected={entry === chosen}
                class={entry.missing.length > 0 ? "option lacking" : "option"}
                onClick={() => onAdd(entry.kind.kind)}
                onPointerMove={() =>
                  setActive(entries.indexOf(entry))}
              >
                <Icon name={kindIcon(entry.kind)} />
                <span class="title">{entry.kind.title[language]}</span>
                {entry.missing.length > 0 && (
                  <span class="push">
                    {notebookTexts.needs(typeWords(entry.missing, language))[language]}
                  </span>
                )}
              </button>
            ))}
          </div>
        ))}
        {entries.length === 0 && <p class="faint">{notebookTexts.nothingFound[language]}</p>}
      </div>
      <div class="foot">
        <span class="not-narrow" aria-hidden="true">
          <kbd>↑</kbd> <kbd>↓</kbd> {notebookTexts.choose[language]} <kbd>↵</kbd>{" "}
          {notebookTexts.add[language]} <kbd>Esc</kbd> {notebookTexts.close[language]}
        </span>
        {chosen && (
          <span>
            {chosen.kind.title[language]}
            {{ en: ": ", zh: "：" }[language]}
            {chosen.kind.summary[language]}
          </span>
        )}
      </div>
    </div>
  );
}

function typeWords(types: readonly string[], language: Language): string {
  const known: Readonly<Record<string, { en: string; zh: string }>> = valueTexts;
  return types.map((type) => known[type]?.[language] ?? type).join(
    { en: ", ", zh: "、" }[language],
  );
}
