import type { JSX } from "preact";
import type { FieldSpec } from "../form/field_spec.ts";
import { useLanguage } from "../language.ts";
import { later } from "../later.tsx";
import { Tabs } from "../tabs.tsx";
import { cellTexts } from "../texts_cell.ts";
import { CellForm } from "./cell_form.tsx";
import { draftOfCell } from "./cell_draft.ts";
import { useNotebook } from "./context.ts";

const CellEditor = later(async () => (await import("./cell_editor.tsx")).CellEditor);

/** Where a cell's settings are changed: by its form, or as JSON. */
export function CellSettings(
  { id, index, title, name, fields }: {
    readonly id: string;
    readonly index: number;
    readonly title: string;
    /** What the cell is called for a screen reader, with its number. */
    readonly name: string;
    readonly fields: readonly FieldSpec[];
  },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const chosen = open.tabs.of(`settings ${id}`);
  const isDraft = open.drafts.of(draftOfCell(id)).value !== undefined;
  const isJson = chosen.value === "json";
  return (
    <div class={isJson ? "settings as-json" : "settings"}>
      <Tabs
        id={`${id}-settings`}
        label={cellTexts.settings(name)[language]}
        tabs={[
          { name: "form", label: cellTexts.form[language] },
          { name: "json", label: cellTexts[isDraft ? "jsonDraft" : "json"][language] },
        ]}
        chosen={isJson ? "json" : "form"}
        onChoose={(tab) => chosen.value = tab}
      >
        {isJson
          ? <CellEditor id={id} name={name} />
          : <CellForm id={id} index={index} title={title} fields={fields} />}
      </Tabs>
    </div>
  );
}
