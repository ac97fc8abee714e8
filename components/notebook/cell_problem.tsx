import type { JSX } from "preact";
import { setParam } from "@/islands/notebook/edits.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { FieldSpec } from "../form/field_spec.ts";
import { valueWords } from "../form/value_words.ts";
import { StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { formTexts } from "../texts_form.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { useNotebook } from "./context.ts";
import { problemPlace } from "./problem_place.ts";

/** Why a cell failed, where, what to do, and the way out where it is known. */
export function CellProblem(
  { id, problem, fields }: {
    readonly id: string;
    readonly problem: Problem;
    readonly fields: readonly FieldSpec[];
  },
): JSX.Element {
  const language = useLanguage();
  const { code, message, hint, place } = problem;
  const field = fields.find(({ name }) => name === place.param);
  const where = problemPlace(place, fields, language);
  return (
    <div class="error cell-problem" role="alert">
      <StateMark state="failed" />
      <div>
        <p class="what">{message[language]}</p>
        <p>{hint[language]}</p>
        {field && field.type !== "code" && <BackToDefault id={id} field={field} />}
        <p class="tiny dim place">
          {where !== "" && `${notebookTexts.problemAt(where)[language]} `}
          <code>{code}</code>
        </p>
      </div>
    </div>
  );
}

/** Takes back a setting that the cell cannot work with. */
function BackToDefault({ id, field }: { id: string; field: FieldSpec }): JSX.Element | null {
  const language = useLanguage();
  const open = useNotebook();
  if (!Object.hasOwn(open.content(id).value?.params ?? {}, field.name)) return null;
  const words = formTexts.backToDefault(
    field.label[language],
    valueWords(field, field.default, language),
  );
  return (
    <div class="fixes">
      <div>
        <button
          type="button"
          class="button"
          onClick={() =>
            open.edit(
              (before) => setParam(before, id, field.name, undefined),
              `param ${id} ${field.name}`,
            )}
        >
          {words[language]}
        </button>
      </div>
    </div>
  );
}
