import type { JSX } from "preact";
import type { Structure } from "@/islands/notebook/structure.ts";
import { wiresOf } from "@/islands/notebook/wires.ts";
import { StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { frontTexts } from "../texts_front.ts";
import { isNote, titleOf } from "./cell_names.ts";
import { useNotebook } from "./context.ts";
import { Downloads } from "./downloads.tsx";
import { stateWords } from "./state_words.ts";

/** What users of a notebook are after, if there is any; where not, it is what the last cells come to. */
const wanted: ReadonlySet<string> = new Set(["model", "evaluation", "diagnosis"]);

/** What came of the notebook in words, to be taken away, and what has failed. */
export function FrontResults(): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const structure = open.structure.value;
  const main = structure.cells.filter(({ kind }) =>
    Object.values(open.kinds.get(kind)?.gives ?? {}).some((type) => wanted.has(type))
  );
  const read = new Set(
    structure.cells.flatMap((_, at) =>
      wiresOf(structure, open.kinds, at).map(({ source }) => source)
    ),
  );
  const ends = structure.cells.filter(({ id, kind }) =>
    !read.has(id) && !isNote(open.kinds.get(kind))
  );
  const shown = new Set((main.length > 0 ? main : ends).map(({ id }) => id));
  const cells = structure.cells.filter(({ id }) => {
    const { result, state } = open.live(id).value;
    return state.state === "failed" || (result !== undefined && shown.has(id));
  });
  return (
    <div class="front-results">
      <h3>{frontTexts.results[language]}</h3>
      {cells.length === 0
        ? <p class="small dim">{frontTexts.noResults[language]}</p>
        : <ul>{cells.map((cell) => <FrontResult key={cell.id} cell={cell} />)}</ul>}
    </div>
  );
}

function FrontResult({ cell }: { readonly cell: Structure["cells"][number] }): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const live = open.live(cell.id).value;
  const { state, result, model } = live;
  return (
    <li data-state={state.state}>
      <p class="front-result-head">
        <StateMark state={state.state} />
        <span class="strong">{titleOf(open, cell, language)}</span>
        <span class="small faint">{stateWords(live, open.structure.value, language)}</span>
      </p>
      {state.state === "failed"
        ? (
          <>
            <p>{state.problem.message[language]}</p>
            <p class="small dim">{state.problem.hint[language]}</p>
          </>
        )
        : <p>{result?.result.summary[language]}</p>}
      {result && <Downloads id={cell.id} values={result.result.values} model={model} />}
    </li>
  );
}
