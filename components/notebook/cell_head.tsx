import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import type { Wire } from "@/islands/notebook/wires.ts";
import { Icon, StateMark } from "../icon.tsx";
import { keyNames } from "../key_names.ts";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { CellMenu } from "./cell_menu.tsx";
import { isNote } from "./cell_names.ts";
import { CellNumber } from "./cell_number.tsx";
import { CellTitle } from "./cell_title.tsx";
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
  /** As it is shown. */
  readonly title: string;
  /** The title that the user gave, if any. */
  readonly ownTitle: string | undefined;
  readonly live: LiveCell;
  readonly wires: readonly Wire[];
  /** Its line, where it stands in the head since nothing else is shown. */
  readonly summary: string | undefined;
  readonly onDelete: () => void;
}

/** The first line of a cell: its state, number, title and input, and what can be done with it. */
export function CellHead(props: CellHeadProps): JSX.Element {
  const { id, kind, number, title, ownTitle, live, wires, summary, onDelete } = props;
  const language = useLanguage();
  const open = useNotebook();
  const [isRenamed, setRenamed] = useState(false);
  const name = notebookTexts.cellNumber(number, title)[language];
  const { state } = live.state;
  // A text is as it is written: nothing of it needs to be run.
  const isQuiet = isNote(open.kinds.get(kind)) && state !== "failed";
  return (
    <div class="cell-head">
      {!isQuiet && <StateMark state={state} />}
      <CellNumber id={id} number={number} />
      <h2 id={`${id}-title`}>
        <Icon name={kindIcon(open.kinds.get(kind))} />
        <CellTitle
          id={id}
          title={title}
          name={name}
          own={ownTitle}
          isEdited={isRenamed}
          onEdit={setRenamed}
        />
      </h2>
      <ReadsField id={id} index={number - 1} title={title} wires={wires} />
      {summary !== undefined && <p class="cell-summary">{summary}</p>}
      <div class="end">
        {!isQuiet && (
          <span class={`state is-${state}`}>
            {stateWords(live, open.structure.value, language)}
          </span>
        )}
        {!isQuiet && <RunButton id={id} name={name} state={state} />}
        <CellMenu
          id={id}
          number={number}
          name={name}
          onRename={() => setRenamed(true)}
          onDelete={onDelete}
        />
      </div>
    </div>
  );
}

/** Starts the cell, or stops it while it is under way. */
function RunButton(
  { id, name, state }: { id: string; name: string; state: LiveCell["state"]["state"] },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const isUnderWay = state === "running" || (state === "waiting" && open.run.value !== null);
  if (isUnderWay) {
    return (
      <button type="button" class="button" onClick={() => void open.cancel([id])}>
        <Icon name="stop" />
        {notebookTexts.cancelCell[language]}
      </button>
    );
  }
  const label = notebookTexts.runCell(name)[language];
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={`${label} (${keyNames("Ctrl Enter")})`}
      onClick={() => void open.runCells([id])}
    >
      <Icon name="run" />
    </button>
  );
}
