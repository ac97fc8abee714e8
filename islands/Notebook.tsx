import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { LanguageContext } from "@/components/language.ts";
import { NotebookReading, type ReadCell } from "@/components/notebook/notebook_reading.tsx";
import { NotebookView } from "@/components/notebook/notebook_view.tsx";
import { rememberMarkdown } from "@/components/markdown_text.tsx";
import { ProblemText } from "@/components/problem_text.tsx";
import { notebookTexts } from "@/components/texts_notebook.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import { isUnreachable, problemOf } from "./api.ts";
import { listenAndOpen } from "./notebook/listen_and_open.ts";
import type { OpenNotebook } from "./notebook/open_notebook.ts";

/** A notebook to read, change and run. */
export default function Notebook(
  { id, title, cells, isFront, language }: {
    readonly id: string;
    readonly title: string;
    /** How the notebook reads until it is open. */
    readonly cells: readonly ReadCell[];
    /** Whether only the front panel shall be seen. */
    readonly isFront: boolean;
    readonly language: Language;
  },
): JSX.Element {
  const [open, setOpen] = useState<OpenNotebook>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    const ended = new AbortController();
    for (const { texts } of cells) texts.forEach(rememberMarkdown);
    openAtLast(id, ended.signal, setProblem).then((opened) => {
      if (opened) opened.isFrontOnly.value = isFront;
      setOpen(opened);
    }).catch(reportError);
    return () => ended.abort();
  }, [id]);
  return (
    <LanguageContext.Provider value={language}>
      {open ? <NotebookView open={open} /> : (
        <>
          <section class="tool-bar" aria-label={notebookTexts.notebook[language]}>
            <h1>{title === "" ? notebookTexts.untitled[language] : title}</h1>
          </section>
          {problem && (
            <div class="page">
              <ProblemText problem={problem} language={language} />
            </div>
          )}
          <div class={isFront ? "front-waiting" : undefined}>
            <NotebookReading cells={cells} />
          </div>
        </>
      )}
    </LanguageContext.Provider>
  );
}

/** Milliseconds until a server that cannot be reached is asked again, twice as many each time. */
const firstRetry = 1000;
const lastRetry = 30_000;

/** Opens the notebook, however often that needs to be tried; undefined where it cannot be, or nobody waits for it. */
async function openAtLast(
  id: string,
  signal: AbortSignal,
  onProblem: (problem: Problem) => void,
): Promise<OpenNotebook | undefined> {
  for (let wait = firstRetry; !signal.aborted; wait = Math.min(lastRetry, 2 * wait)) {
    const attempt = new AbortController();
    try {
      return await listenAndOpen(id, AbortSignal.any([signal, attempt.signal]));
    } catch (error) {
      attempt.abort();
      if (signal.aborted) break;
      onProblem(problemOf(error));
      if (!isUnreachable(error)) break;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return undefined;
}
