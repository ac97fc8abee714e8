import { Fragment, type JSX } from "preact";
import type { CellResult } from "@/pipeline/cells/cell_kind.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { cellTexts } from "../texts_cell.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { useNotebook } from "./context.ts";
import { savePipeline } from "./save_pipeline.ts";

/** What can be taken away of a result: the model, the diagnosis. */
export function Downloads(
  { id, values, model }: {
    readonly id: string;
    readonly values: CellResult["values"];
    /** The id of the stored model among them. */
    readonly model: string | undefined;
  },
): JSX.Element | null {
  const language = useLanguage();
  const open = useNotebook();
  const ports = Object.entries(values).filter(([, { type }]) =>
    type === "model" || type === "diagnosis"
  );
  if (ports.length === 0) return null;
  return (
    <div class="row wrap downloads">
      {ports.map(([port, value]) => {
        return (
          <Fragment key={port}>
            <a
              class="button"
              href={`/api/notebooks/${open.id}/cells/${id}/file?port=${encodeURIComponent(port)}`}
              download
            >
              <Icon name="download" />
              {notebookTexts[value.type === "model" ? "downloadModel" : "downloadResult"][language]}
            </a>
            {value.type === "model" && model !== undefined && (
              <a class="button" href={`/diagnose?model=${model}`}>
                <Icon name="diagnose" />
                {notebookTexts.diagnoseWith[language]}
              </a>
            )}
            {value.type === "model" && (
              <button
                type="button"
                class="button"
                onClick={() => savePipeline(open, id, language)}
              >
                <Icon name="run" />
                {cellTexts.savePipeline[language]}
              </button>
            )}
          </Fragment>
        );
      })}
    </div>
  );
}
