import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { positionOf } from "@/islands/notebook/edits.ts";
import { misfitOfSource, type Wire } from "@/islands/notebook/wires.ts";
import type { Language } from "@/web/language.ts";
import { Icon, StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { later } from "../later.tsx";
import { cellTexts } from "../texts_cell.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { useCloseOutside } from "../use_close_outside.ts";
import { titleOf } from "./cell_names.ts";
import { useNotebook } from "./context.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";

const ReadsList = later(async () => (await import("./reads_list.tsx")).ReadsList);

/** Which cells a cell reads, each to be chosen from a list of all that fit. */
export function ReadsField(
  { id, index, title, wires }: {
    readonly id: string;
    readonly index: number;
    readonly title: string;
    readonly wires: readonly Wire[];
  },
): JSX.Element | null {
  const language = useLanguage();
  if (wires.length === 0) return null;
  // Of the inputs that may stay empty and do, the next one is offered, as a plus.
  const free = wires.find(isFree);
  const shown = wires.filter((wire) => wire === free || !isFree(wire));
  return (
    <span class="reads">
      {notebookTexts.reads[language]}
      {shown.map((wire) => (
        <ReadsButton
          key={wire.port}
          id={id}
          index={index}
          title={title}
          wire={wire}
          isAlone={!wires.some((other) => other !== wire && other.type === wire.type)}
        />
      ))}
    </span>
  );
}

function isFree({ isOptional, source }: Wire): boolean {
  return isOptional && source === undefined;
}

function ReadsButton(
  { id, index, title, wire, isAlone }: {
    readonly id: string;
    readonly index: number;
    readonly title: string;
    readonly wire: Wire;
    /** Whether no other input of the cell takes the same, so that it needs no name. */
    readonly isAlone: boolean;
  },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const [isOpen, setOpen] = useState(false);
  const around = useRef<HTMLSpanElement>(null);
  const { port, type, source, isNamed } = wire;
  const structure = open.structure.value;
  const isWrong = source === undefined
    ? !wire.isOptional
    : isNamed && misfitOfSource(structure, open.kinds, index, type, source) !== undefined;
  const shown = source === undefined
    ? notebookTexts[wire.isOptional ? "readsNone" : "readsNothing"][language]
    : sourceName(open, source, language);
  useCloseOutside(around, isOpen, () => setOpen(false));
  const close = (): void => {
    setOpen(false);
    around.current?.querySelector("button")?.focus();
  };
  return (
    <span class="reads-choice" ref={around}>
      <button
        type="button"
        class={isWrong ? "reads-button wrong" : isFree(wire) ? "reads-button more" : "reads-button"}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-label={cellTexts.inputIs(
          notebookTexts.inputOf(title)[language],
          isAlone ? shown : `${port} ${shown}`,
        )[language]}
        title={isFree(wire)
          ? cellTexts.anotherInput(port)[language]
          : cellTexts.chooseInput[language]}
        onClick={() => setOpen(!isOpen)}
      >
        {isWrong && <StateMark state="attention" />}
        {isFree(wire) ? <Icon name="add" /> : (
          <>
            {!isAlone && <span class="port">{`${port} `}</span>}
            <span>{shown}</span>
          </>
        )}
      </button>
      {isOpen && (
        <ReadsList
          id={id}
          index={index}
          title={title}
          wire={wire}
          isAlone={isAlone}
          onClose={close}
        />
      )}
    </span>
  );
}

/** What a cell that is read is called: its number and title. */
export function sourceName(open: OpenNotebook, id: string, language: Language): string {
  const { cells } = open.structure.value;
  const at = positionOf(open.structure.value, id);
  const cell = cells[at];
  return cell === undefined
    ? notebookTexts.goneCell(id)[language]
    : `${at + 1} ${titleOf(open, cell, language)}`;
}
