import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Structure } from "@/islands/notebook/structure.ts";
import { wiresOf } from "@/islands/notebook/wires.ts";
import { fieldSpecs } from "../form/field_spec.ts";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { CellHead } from "./cell_head.tsx";
import { isNote, titleOf } from "./cell_names.ts";
import { CellResults } from "./cell_results.tsx";
import { CellSettings } from "./cell_settings.tsx";
import { useNotebook } from "./context.ts";
import { deleteAndTell } from "./delete_cell.ts";
import { moveAndTell } from "./move_cell.ts";
import { NoteBody } from "./note_body.tsx";

/** A cell: its head, what came of it in one line, its form, its results. */
export function CellView(
  { cell, index }: { cell: Structure["cells"][number]; index: number },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const { id } = cell;
  const kind = open.kinds.get(cell.kind);
  const fields = useMemo(() => kind ? fieldSpecs(kind.params) : [], [kind]);
  const live = open.live(id).value;
  const title = titleOf(open, cell, language);
  const isText = isNote(kind);
  const isFolded = open.folding.cells.value.has(id);
  const summary = live.result?.result.summary[language] ?? kind?.summary[language];
  const name = notebookTexts.cellNumber(index + 1, title)[language];
  const isJson = open.tabs.of(`settings ${id}`).value === "json";
  const settings = <CellSettings id={id} index={index} title={title} name={name} fields={fields} />;
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = directions[event.key];
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void open.runCells([id]);
    else if (event.altKey && direction !== undefined && !usesArrows(event.target)) {
      moveAndTell(open, id, direction, language);
    } else return;
    event.preventDefault();
  };
  return (
    <section
      id={id}
      class={`cell${isFolded ? " folded" : ""}${isText ? " text" : ""}`}
      data-state={live.state.state}
      aria-labelledby={`${id}-title`}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <CellHead
        id={id}
        kind={cell.kind}
        number={index + 1}
        title={title}
        ownTitle={cell.title}
        live={live}
        wires={wiresOf(open.structure.value, open.kinds, index)}
        summary={isFolded ? summary : undefined}
        onDelete={() => deleteAndTell(open, id, language)}
      />
      {!isFolded && !isText && summary !== undefined && <p class="cell-summary">{summary}</p>}
      {!isFolded && (isText
        ? <NoteBody live={live} settings={settings} isJson={isJson} />
        : (
          <div class={`cell-body${isJson ? " as-json" : fields.length === 0 ? " whole" : ""}`}>
            {(fields.length > 0 || isJson) && settings}
            <CellResults
              id={id}
              index={index}
              title={title}
              live={live}
              fields={fields}
              isCostly={kind?.cost === "costly"}
            />
          </div>
        ))}
    </section>
  );
}

const directions: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };

/** Whether Alt with an arrow does something else there, such as opening a list. */
function usesArrows(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("select, textarea, .cm-editor") !== null;
}
