import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { type NotebookCell, removeCell, setParam } from "@/islands/notebook/edits.ts";
import { wiresOf } from "@/islands/notebook/wires.ts";
import { fieldSpecs } from "../form/field_spec.ts";
import { ParamForm } from "../form/param_form.tsx";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { CellHead } from "./cell_head.tsx";
import { isNote, titleOf } from "./cell_names.ts";
import { CellResults } from "./cell_results.tsx";
import { useNotebook } from "./context.ts";
import { inputColumns } from "./input_columns.ts";
import { NoteBody } from "./note_body.tsx";

/** A cell: its head, what came of it in one line, its form, its results. */
export function CellView({ cell, index }: { cell: NotebookCell; index: number }): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const [isFolded, setFolded] = useState(false);
  const { id, params } = cell;
  const kind = open.kinds.get(cell.kind);
  const fields = useMemo(() => kind ? fieldSpecs(kind.params) : [], [kind]);
  const live = open.live(id).value;
  const title = titleOf(open, cell.kind, language);
  const wires = wiresOf(open.structure.value, open.kinds, index);
  const isText = isNote(kind);
  const summary = live.result?.result.summary[language] ?? kind?.summary[language];
  const form = (
    <ParamForm
      id={id}
      label={notebookTexts.settingsOf(title)[language]}
      fields={fields}
      params={params}
      columns={inputColumns(open, live, wires)}
      onChange={(name, value) =>
        open.edit((before) => setParam(before, id, name, value), `param ${id} ${name}`)}
    />
  );
  const remove = (): void => {
    open.edit((before) => removeCell(before, id), `delete ${id}`);
    open.message.value = { kind: "deleted", title };
    // The focus would be lost with the cell: what comes after it takes it.
    const next = open.notebook.value.cells[index] ?? open.notebook.value.cells[index - 1];
    requestAnimationFrame(() => next && document.getElementById(next.id)?.focus());
  };
  return (
    <section
      id={id}
      class={`cell${isFolded ? " folded" : ""}${isText ? " text" : ""}`}
      data-state={live.state.state}
      aria-labelledby={`${id}-title`}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void open.runCells([id]);
      }}
    >
      <CellHead
        id={id}
        kind={cell.kind}
        number={index + 1}
        title={title}
        live={live}
        wires={wires}
        isFolded={isFolded}
        onFold={() => setFolded(!isFolded)}
        onDelete={remove}
      />
      {!isText && summary !== undefined && <p class="cell-summary">{summary}</p>}
      {!isFolded && (isText
        ? <NoteBody params={params} live={live} form={form} />
        : (
          <div class={fields.length === 0 ? "cell-body whole" : "cell-body"}>
            {fields.length > 0 && form}
            <CellResults
              id={id}
              live={live}
              fields={fields}
              isCostly={kind?.cost === "costly"}
            />
          </div>
        ))}
    </section>
  );
}
