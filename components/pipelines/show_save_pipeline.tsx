import { render } from "preact";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import type { Language } from "@/web/language.ts";
import { LanguageContext } from "../language.ts";
import { SavePipelineDialog } from "./save_dialog.tsx";

/** Opens the dialog that saves the pipeline ending in a cell, once the server has the notebook as it is here. */
export async function showSavePipeline(
  open: OpenNotebook,
  cell: string,
  language: Language,
): Promise<void> {
  await open.saving.flush();
  const place = document.createElement("div");
  document.body.append(place);
  const close = (): void => {
    render(null, place);
    place.remove();
  };
  render(
    <LanguageContext.Provider value={language}>
      <SavePipelineDialog notebook={open.id} cell={cell} onClose={close} />
    </LanguageContext.Provider>,
    place,
  );
}
