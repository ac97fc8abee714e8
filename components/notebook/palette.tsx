import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { wireTexts } from "../texts_wire.ts";
import { groupTexts } from "../texts_kinds.ts";
import { useNotebook } from "./context.ts";
import { kindIcon } from "./kind_icon.ts";
import { typeWords } from "./misfit_words.ts";
import { type PaletteEntry, type PaletteGroup, paletteGroups } from "./palette_entries.ts";
import { PaletteFoot } from "./palette_foot.tsx";

/** The kinds of cells to choose a new one from: a combobox whose list is always in sight. */
export function Palette(
  { index, label, onAdd, onClose }: {
    /** Where the new cell will stand, from 0. */
    readonly index: number;
    readonly label: string;
    /** Takes the kinds of the cells to add, in their order. */
    readonly onAdd: (kinds: readonly string[]) => void;
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { kinds, structure } = useNotebook();
  const [sought, setSought] = useState("");
  const [pointed, setPointed] = useState<number>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const groups = useMemo(
    () => paletteGroups(kinds, structure.value, index, sought),
    [kinds, structure.value, index, sought],
  );
  const entries = groups.flatMap((group) => group.entries);
  const active = Math.min(pointed ?? bestOf(entries), entries.length - 1);
  const chosen = entries[active];
  const idOf = ({ kind }: PaletteEntry): string => `palette-${index}-${kind.kind}`;
  const chosenId = chosen && idOf(chosen);
  useEffect(() => {
    if (chosenId) document.getElementById(chosenId)?.scrollIntoView({ block: "nearest" });
  }, [chosenId]);
  const add = ({ kind, needed }: PaletteEntry, isAlone: boolean): void =>
    onAdd(isAlone ? [kind.kind] : [...needed, kind.kind]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const count = entries.length;
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && chosen) add(chosen, event.shiftKey);
    else if (event.key === "ArrowDown" && count > 0) setPointed((active + 1) % count);
    else if (event.key === "ArrowUp" && count > 0) setPointed((active - 1 + count) % count);
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
          autocomplete="off"
          aria-expanded
          aria-controls={`palette-${index}`}
          aria-activedescendant={chosenId}
          placeholder={[label, wireTexts.paletteSearch[language]].join(
            { en: ": ", zh: "：" }[language],
          )}
          aria-label={label}
          value={sought}
          onInput={({ currentTarget }) => {
            setSought(currentTarget.value);
            setPointed(undefined);
          }}
        />
      </div>
      <div class="groups" id={`palette-${index}`} role="listbox" aria-label={label}>
        {groups.map((group) => (
          <Group
            key={group.group}
            group={group}
            chosen={chosen}
            idOf={idOf}
            onPoint={(entry) => setPointed(entries.indexOf(entry))}
            onAdd={add}
          />
        ))}
      </div>
      {entries.length === 0 && <p class="nothing">{wireTexts.noSuchKind(sought)[language]}</p>}
      <PaletteFoot chosen={chosen} onAdd={add} />
    </div>
  );
}

function Group(
  { group: { group, entries }, chosen, idOf, onPoint, onAdd }: {
    readonly group: PaletteGroup;
    readonly chosen: PaletteEntry | undefined;
    readonly idOf: (entry: PaletteEntry) => string;
    readonly onPoint: (entry: PaletteEntry) => void;
    readonly onAdd: (entry: PaletteEntry, isAlone: boolean) => void;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <div class="group" role="group" aria-label={groupTexts[group][language]}>
      <h3 aria-hidden="true">{groupTexts[group][language]}</h3>
      {entries.map((entry) => (
        <button
          key={entry.kind.kind}
          type="button"
          id={idOf(entry)}
          role="option"
          tabIndex={-1}
          aria-selected={entry === chosen}
          class={entry.missing.length > 0 ? "option lacking" : "option"}
          onClick={({ shiftKey }) => onAdd(entry, shiftKey)}
          onPointerMove={() => entry !== chosen && onPoint(entry)}
        >
          <Icon name={kindIcon(entry.kind)} />
          <span class="title">{entry.kind.title[language]}</span>
          {entry.missing.length > 0 && (
            <span class="push">
              {wireTexts.needs(typeWords(entry.missing, language))[language]}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

/** Where the entry stands that fits best, the first of several. */
function bestOf(entries: readonly PaletteEntry[]): number {
  const best = Math.max(...entries.map(({ score }) => score));
  return Math.max(0, entries.findIndex(({ score }) => score === best));
}
