import type { JSX } from "preact";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { frontTexts } from "../texts_front.ts";
import { isNote } from "./cell_names.ts";
import { useNotebook } from "./context.ts";
import { RunUnderWay } from "./run_under_way.tsx";

/** Runs what the settings have made stale, and says how far it is. */
export function FrontRun(): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const { cells } = open.structure.value;
  const left = cells.filter(({ id, kind }) => {
    const { state } = open.live(id).value.state;
    return !isNote(open.kinds.get(kind)) && state !== "fresh" && state !== "cached";
  }).length;
  const isRunning = open.run.value !== null;
  return (
    <div class="front-run row">
      {isRunning ? <RunUnderWay /> : (
        <>
          <button
            type="button"
            class="button primary"
            disabled={left === 0}
            onClick={() => void open.runCells("stale")}
          >
            <Icon name="run" />
            {frontTexts.run[language]}
          </button>
          <span class="small dim" role="status">
            {(left === 0 ? frontTexts.upToDate : frontTexts.toRun(left))[language]}
          </span>
        </>
      )}
    </div>
  );
}
