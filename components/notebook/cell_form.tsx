import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { setParam } from "@/islands/notebook/edits.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import { wiresOf } from "@/islands/notebook/wires.ts";
import {
  DraftsContext,
  type FieldDrafts,
  type Refused,
  RefusedContext,
  TablesContext,
} from "../form/drafts.ts";
import type { FieldSpec } from "../form/field_spec.ts";
import { ParamForm } from "../form/param_form.tsx";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { useNotebook } from "./context.ts";
import { inputColumns, tablesOf } from "./input_columns.ts";

/** The form of a cell. It alone is drawn anew while somebody types into it. */
export function CellForm(
  { id, index, title, fields }: {
    readonly id: string;
    readonly index: number;
    readonly title: string;
    readonly fields: readonly FieldSpec[];
  },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const structure = open.structure.value;
  const wires = useMemo(() => wiresOf(structure, open.kinds, index), [structure, index]);
  const sources = wires.map(({ source }) => source && open.live(source).value.result);
  const own = wires.length === 0 ? open.live(id).value.result : undefined;
  const columns = useMemo(() => inputColumns(sources, own), [own, ...sources]);
  const tables = useMemo(() => tablesOf(wires, sources), sources);
  const drafts = useMemo((): FieldDrafts => ({
    read: (field) => open.drafts.of(field).peek(),
    keep: (field, text) => {
      if (open.drafts.of(field).peek() !== text) open.drafts.keep(field, text);
    },
  }), [open]);
  const { state } = open.live(id).value;
  const problem = state.state === "failed" ? state.problem : undefined;
  const refused = useMemo(() => refusedField(id, problem, language), [id, problem, language]);
  return (
    <DraftsContext.Provider value={drafts}>
      <RefusedContext.Provider value={refused}>
        <TablesContext.Provider value={tables}>
          <ParamForm
            id={id}
            label={notebookTexts.settingsOf(title)[language]}
            fields={fields}
            params={open.content(id).value?.params ?? {}}
            columns={columns}
            onChange={(name, value) =>
              open.edit((before) => setParam(before, id, name, value), `param ${id} ${name}`)}
          />
        </TablesContext.Provider>
      </RefusedContext.Provider>
    </DraftsContext.Provider>
  );
}

/** The field that a cell was refused for, with what it may be. */
function refusedField(
  id: string,
  problem: Problem | undefined,
  language: Language,
): ReadonlyMap<string, Refused> {
  const param = problem?.place.param;
  if (problem === undefined || param === undefined) return new Map();
  const { message, hint, place: { line, column } } = problem;
  const refused = { message: message[language], hint: hint[language], line, column };
  return new Map([[`${id}-${param.replaceAll(".", "-")}`, refused]]);
}
