import type { JSX } from "preact";
import { type FieldSpec, fieldSpecs } from "../form/field_spec.ts";
import { useLanguage } from "../language.ts";
import { frontTexts } from "../texts_front.ts";
import { CellForm } from "./cell_form.tsx";
import { titleOf } from "./cell_names.ts";
import { useNotebook } from "./context.ts";
import { FrontResults } from "./front_results.tsx";
import { FrontRun } from "./front_run.tsx";

/** The params on the front panel of one cell. */
interface FrontCell {
  readonly id: string;
  readonly index: number;
  readonly title: string;
  readonly fields: readonly FieldSpec[];
  readonly only: ReadonlySet<string>;
}

/** The settings that were put on the front of the notebook, what runs it with them, and what comes of it. */
export function FrontPanel(): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const cells = useFrontCells();
  const isAlone = open.isFrontOnly.value;
  return (
    <section class="front" aria-labelledby="front-title">
      <div class="front-head">
        <h2 id="front-title">{frontTexts.title[language]}</h2>
        <a
          href={isAlone ? location.pathname : "?front"}
          onClick={(event) => {
            event.preventDefault();
            open.isFrontOnly.value = !isAlone;
            history.replaceState(history.state, "", isAlone ? location.pathname : "?front");
          }}
        >
          {frontTexts[isAlone ? "showCells" : "onlyFront"][language]}
        </a>
      </div>
      <p class="small dim">{frontTexts[cells.length > 0 ? "intro" : "empty"][language]}</p>
      {cells.length > 0 && (
        <div class="front-fields">
          {cells.map(({ id, index, title, fields, only }) => (
            <div key={id} class="front-cell">
              <h3 id={`front-${id}-title`}>
                {isAlone ? title : <a href={`#${id}`}>{title}</a>}
              </h3>
              <CellForm
                id={id}
                form={`front-${id}`}
                label={frontTexts.settings(title)[language]}
                index={index}
                title={title}
                fields={fields}
                only={only}
              />
            </div>
          ))}
        </div>
      )}
      <FrontRun />
      <FrontResults />
    </section>
  );
}

/** The cells that have params on the front panel, in the order of the notebook. */
function useFrontCells(): FrontCell[] {
  const language = useLanguage();
  const open = useNotebook();
  const exposed = open.exposed.value ?? [];
  return open.structure.value.cells.flatMap((cell, index): FrontCell[] => {
    const kind = open.kinds.get(cell.kind);
    const wanted = new Set(
      exposed.filter((each) => each.cell === cell.id).map(({ param }) => param),
    );
    if (kind === undefined || wanted.size === 0) return [];
    const fields = fieldSpecs(kind.params);
    // What the kind does not have, since the cell was made another one, is passed over.
    const only = new Set(fields.map(({ name }) => name).filter((name) => wanted.has(name)));
    if (only.size === 0) return [];
    return [{ id: cell.id, index, title: titleOf(open, cell, language), fields, only }];
  });
}
