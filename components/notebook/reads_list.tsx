import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { setInput } from "@/islands/notebook/edits.ts";
import { sourceChoices, type Wire } from "@/islands/notebook/wires.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { wireTexts } from "../texts_wire.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { useNotebook } from "./context.ts";
import { misfitWords } from "./misfit_words.ts";
import { sourceName } from "./reads_field.tsx";

interface Entry {
  /** Undefined leaves the choice to the nearest cell above. */
  readonly source: string | undefined;
  readonly label: string;
  readonly isChosen: boolean;
  /** Why it cannot be chosen. */
  readonly why: string | undefined;
}

/** The cells to choose an input from: those that fit, nearest first, then the others with why they do not. */
export function ReadsList(
  { id, index, title, wire, isAlone, onClose }: {
    readonly id: string;
    readonly index: number;
    readonly title: string;
    readonly wire: Wire;
    /** Whether no other input of the cell takes the same, so that it needs no name. */
    readonly isAlone: boolean;
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const list = useRef<HTMLUListElement>(null);
  const { port, type, source, isNamed, unnamed } = wire;
  const choices = sourceChoices(open.structure.value, open.kinds, index, type);
  const others = choices.map((choice): Entry => ({
    source: choice.id,
    label: sourceName(open, choice.id, language),
    isChosen: isNamed && choice.id === source,
    why: choice.misfit && misfitWords(choice.misfit, choice.gives, language),
  }));
  const entries: readonly Entry[] = [
    {
      source: undefined,
      label: unnamed === undefined
        ? notebookTexts[wire.isOptional ? "readsNone" : "readsNothing"][language]
        : wireTexts.readsNearest(sourceName(open, unnamed, language))[language],
      isChosen: !isNamed,
      why: undefined,
    },
    ...others.filter(({ why }) => why === undefined).reverse(),
    ...others.filter(({ why, source: other }) => why !== undefined && other !== id),
  ];
  const [active, setShown] = useState(Math.max(0, entries.findIndex((entry) => entry.isChosen)));
  /** Where the keys are, which may be faster than the drawing. */
  const now = useRef(active);
  const setActive = (at: number): void => {
    now.current = at;
    setShown(at);
  };
  const idOf = (at: number): string => `${id}-${port}-source-${at}`;
  // At once, so that the next key finds the list.
  useLayoutEffect(() => list.current?.focus(), []);
  useEffect(() => {
    document.getElementById(idOf(active))?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const choose = (entry: Entry | undefined): void => {
    if (entry === undefined || entry.why !== undefined) return;
    open.edit((before) => setInput(before, id, port, entry.source), `input ${id} ${port}`);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = entries.length - 1;
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" || event.key === " ") choose(entries[now.current]);
    else if (event.key === "ArrowDown") setActive(Math.min(last, now.current + 1));
    else if (event.key === "ArrowUp") setActive(Math.max(0, now.current - 1));
    else if (event.key === "Home") setActive(0);
    else if (event.key === "End") setActive(last);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ul
      ref={list}
      class="reads-list"
      role="listbox"
      tabIndex={0}
      aria-label={(isAlone ? notebookTexts.inputOf(title) : wireTexts.inputNamed(port, title))[
        language
      ]}
      aria-activedescendant={idOf(active)}
      onKeyDown={onKeyDown}
    >
      {entries.map((entry, at) => (
        <li
          key={entry.source ?? ""}
          id={idOf(at)}
          role="option"
          aria-selected={entry.isChosen}
          aria-disabled={entry.why !== undefined}
          class={at === active ? "active" : undefined}
          onPointerMove={() => at !== active && setActive(at)}
          onClick={() => choose(entry)}
        >
          <span class="mark">{entry.isChosen && <Icon name="check" />}</span>
          <span class="title">{entry.label}</span>
          {entry.why !== undefined && <span class="why">{entry.why}</span>}
        </li>
      ))}
      {entries.every(({ why, source: other }) => why !== undefined || other === undefined) && (
        <li role="presentation" class="why">{wireTexts.nothingFits[language]}</li>
      )}
    </ul>
  );
}
