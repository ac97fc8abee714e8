import type { JSX } from "preact";
import { duplicateCell, moveCell } from "@/islands/notebook/edits.ts";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import type { Wire } from "@/islands/notebook/wires.ts";
import { Icon, StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { Menu } from "../menu.tsx";
import { notebookTexts } from "../texts_notebook.ts";
import { isNote } from "./cell_names.ts";
import { useNotebook } from "./context.ts";
import { kindIcon } from "./kind_icon.ts";
import { ReadsField } from "./reads_field.tsx";
import { stateWords } from "./state_words.ts";

/** What the head of a cell shows. */
export interface CellHeadProps {
  readonly id: string;
  readonly kind: string;
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly live: LiveCell;
  readonly wires: readonly Wire[];
  readonly isFolded: boolean;
  readonly onFold: () => void;
  readonly onDelete: () => void;
}

/** The first line of a cell: its state, number, title and input, and what can be done with it. */
export function CellHead(props: CellHeadProps): JSX.Element {
  const { id, kind, number, title, live, wires } = props;
  const language = useLanguage();
  const open = useNotebook();
  const name = notebookTexts.cellNumber(number, title)[language];
  const { state } = live.state;
  // A text is as it is written: nothing of it needs to be run.
  const isQuiet = isNote(open.kinds.get(kind)) && state !== "failed" && state !== "running";
  const isUnderWay = state === "running" ||
    (state === "waiting" && open.run.value !== null);
  return (
    <div class="cell-head">
      {!isQuiet && <StateMark state={state} />}
      <h2 id={`${id}-title`}>
        <span class="order">{number}</span>
        <Icon name={kindIcon(open.kinds.get(kind))} />
        {title}
      </h2>
      <ReadsField id={id} title={title} wires={wires} />
      <div class="end">
        {!isQuiet && (
          <span class={`state is-${state}`}>
            {stateWords(live, open.structure.value, language)}
          </span>
        )}
        {isUnderWay
          ? (
            <button type="button" class="button" onClick={() => void open.cancel([id])}>
              <Icon name="stop" />
              {notebookTexts.cancelCell[language]}
            </button>
          )
          : !isQuiet && (
            <button
              type="button"
              class="icon-button"
              aria-label={notebookTexts.runCell(name)[language]}
              title={`${notebookTexts.runCell(name)[language]} (Ctrl Enter)`}
              onClick={() => void open.runCells([id])}
            >
              <Icon name="run" />
            </button>
          )}
        <CellMenu {...props} name={name} />
      </div>
    </div>
  );
}

function CellMenu(
  { id, number, name, isFolded, onFold, onDelete }: CellHeadProps & { readonly name: string },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const move = (by: number): void => open.edit((before) => moveCell(before, id, by), `move ${id}`);
  return (
    <Menu
      label={notebookTexts.moreOfCell(name)[language]}
      items={[
        {
          label: notebookTexts[isFolded ? "unfold" : "fold"][language],
          icon: isFolded ? "expand" : "collapse",
          onChoose: onFold,
        },
        {
          label: notebookTexts.moveUp[language],
          icon: "up",
          isDisabled: number === 1,
          onChoose: () => move(-1),
        },
        {
          label: notebookTexts.moveDown[language],
          icon: "down",
          isDisabled: number === open.structure.value.cells.length,
          onChoose: () => move(1),
        },
        {
          label: notebookTexts.duplicate[language],
          icon: "copy",
          onChoose: () => open.edit((before) => duplicateCell(before, id), `duplicate ${id}`),
        },
        { label: notebookTexts.delete[language], icon: "remove", onChoose: onDelete },
      ]}
    />
  );
}
