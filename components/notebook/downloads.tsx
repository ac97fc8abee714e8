import { Fragment, type JSX } from "preact";
import type { CellResult } from "@/pipeline/cells/cell_kind.ts";
import type { Text } from "@/pipeline/problem.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { cellTexts } from "../texts_cell.ts";
import { downloadTexts } from "../texts_download.ts";
import { useNotebook } from "./context.ts";
import { savePipeline } from "./save_pipeline.ts";
import { takeDownload } from "./take_download.tsx";

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
  const addressOf = (port: string): string =>
    `/api/notebooks/${open.id}/cells/${id}/file?port=${encodeURIComponent(port)}`;
  return (
    <div class="row wrap downloads">
      {ports.map(([port, value]) => {
        return (
          <Fragment key={port}>
            <FileLink
              label={downloadTexts[value.type === "model" ? "downloadModel" : "downloadResult"]}
              address={addressOf(port)}
            />
            {value.type === "model" && (
              <FileLink label={downloadTexts.card} address={`${addressOf(port)}&as=card`} />
            )}
            {value.type === "model" && model !== undefined && (
              <a class="button" href={`/diagnose?model=${model}`}>
                <Icon name="diagnose" />
                {downloadTexts.diagnoseWith[language]}
              </a>
            )}
            {value.type === "model" && (
              <button
                type="button"
                class="button"
                onClick={() => savePipeline(open, id, language)}
              >
                <Icon name="pipeline" />
                {cellTexts.savePipeline[language]}
              </button>
            )}
          </Fragment>
        );
      })}
    </div>
  );
}

/** A link to a file; pressed, it says on the page why the file cannot be had. */
function FileLink(
  { label, address }: { readonly label: Text; readonly address: string },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  return (
    <a
      class="button"
      href={address}
      download
      onClick={(event) => {
        // With a key held down, the browser does something of its own.
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        void takeDownload(open, { label, address, isMade: false }, language);
      }}
    >
      <Icon name="download" />
      {label[language]}
    </a>
  );
}
