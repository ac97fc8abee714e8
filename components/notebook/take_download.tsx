import { render } from "preact";
import { problemOf } from "@/islands/api.ts";
import { checkFile, fetchFile } from "@/islands/fetch_file.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import { HealerError, type Problem } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import { StateMark } from "../icon.tsx";
import { saveBlob, saveFrom } from "../save_blob.ts";
import { downloadTexts } from "../texts_download.ts";
import type { Download } from "./downloads_of.ts";

const notSaved = (): Problem<"download/not-saved"> => ({
  code: "download/not-saved",
  message: downloadTexts.notSaved,
  place: {},
  hint: downloadTexts.saveFirst,
});

/** Lets the user save a file; while it is made that is said, and why where it cannot be. */
export async function takeDownload(
  open: OpenNotebook,
  { label, address, isMade }: Download,
  language: Language,
): Promise<void> {
  open.message.value = null;
  const ending = new AbortController();
  const done = isMade ? showMaking(label[language], language, () => ending.abort()) : undefined;
  try {
    if (!await open.saving.flush()) throw new HealerError(notSaved());
    if (isMade) {
      const { name, blob } = await fetchFile(address, ending.signal);
      saveBlob(name, blob);
    } else {
      await checkFile(address);
      saveFrom(address);
    }
  } catch (error) {
    if (!ending.signal.aborted) open.message.value = { kind: "problem", problem: problemOf(error) };
  } finally {
    done?.();
  }
}

/** Says what is being made at the foot of the window, until what is returned is called. */
function showMaking(what: string, language: Language, onCancel: () => void): () => void {
  const place = document.createElement("div");
  place.className = "messages";
  place.setAttribute("role", "status");
  document.body.append(place);
  render(
    <div class="message">
      <StateMark state="running" />
      <span>{downloadTexts.making(what)[language]}</span>
      <button type="button" class="link-button" onClick={onCancel}>
        {downloadTexts.cancel[language]}
      </button>
    </div>,
    place,
  );
  return () => {
    render(null, place);
    place.remove();
  };
}
