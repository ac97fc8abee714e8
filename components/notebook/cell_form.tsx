import type { ComponentChildren, JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { setParam } from "@/islands/notebook/edits.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import { wiresOf } from "@/islands/notebook/wires.ts";
import {
  AsideContext,
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

type Aside = (id: string, label: string) => ComponentChildren;

/** The form of a cell. It alone is drawn anew while somebody types into it. */
export function CellForm(
  { id, index, title, fields, only, form = id, label }: {
    readonly id: string;
    readonly index: number;
    readonly title: string;
    readonly fields: readonly FieldSpec[];
    /** The names of the fields that are shown, where those are not all. */
    readonly only?: ReadonlySet<string>;
    /** The ids of the controls begin with it. */
    readonly form?: string;
    /** What the form is called, where it is not the only one of its cell. */
    readonly label?: string;
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
  const [aside, setAside] = useState<Aside>();
  const offerFront = (): void => {
    const params = new Map(fields.map(({ name }) => [`${form}-${name}`, name]));
    // Where it cannot be fetched, the form does all else.
    import("./front_toggle.tsx").then(
      ({ FrontToggle }) =>
        setAside(() => (field: string, label: string) => {
          const param = params.get(field);
          return param === undefined ? null : <FrontToggle cell={id} param={param} label={label} />;
        }),
      () => {},
    );
  };
  const { state } = open.live(id).value;
  const problem = state.state === "failed" ? state.problem : undefined;
  const refused = useMemo(() => refusedField(form, problem, language), [form, problem, language]);
  return (
    <DraftsContext.Provider value={drafts}>
      <RefusedContext.Provider value={refused}>
        <TablesContext.Provider value={tables}>
          <AsideContext.Provider value={aside}>
            <ParamForm
              id={form}
              label={label ?? notebookTexts.settingsOf(title)[language]}
              fields={fields}
              only={only}
              params={open.content(id).value?.params ?? {}}
              columns={columns}
              onTouch={aside === undefined ? offerFront : undefined}
              onChange={(name, value) =>
                open.edit((before) => setParam(before, id, name, value), `param ${id} ${name}`)}
            />
          </AsideContext.Provider>
        </TablesContext.Provider>
      </RefusedContext.Provider>
    </DraftsContext.Provider>
  );
}

/** The field that a cell was refused for, with what it may be. */
function refusedField(
  form: string,
  problem: Problem | undefined,
  language: Language,
): ReadonlyMap<string, Refused> {
  const param = problem?.place.param;
  if (problem === undefined || param === undefined) return new Map();
  const { message, hint, place: { line, column } } = problem;
  const refused = { message: message[language], hint: hint[language], line, column };
  return new Map([[`${form}-${param.replaceAll(".", "-")}`, refused]]);
}
