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
import { problemOf } from "./api.ts";
import { listenAndOpen } from "./notebook/listen_and_open.ts";
import type { OpenNotebook } from "./notebook/open_notebook.ts";

/** A notebook to read, change and run. */
export default function Notebook(
  { id, title, cells, language }: {
    readonly id: string;
    readonly title: string;
    /** How the notebook reads until it is open. */
    readonly cells: readonly ReadCell[];
    readonly language: Language;
  },
): JSX.Element {
  const [open, setOpen] = useState<OpenNotebook>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    const ended = new AbortController();
    for (const { texts } of cells) texts.forEach(rememberMarkdown);
    listenAndOpen(id, ended.signal).then(setOpen).catch((error: unknown) => {
      if (!ended.signal.aborted) setProblem(problemOf(error));
    });
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
          <NotebookReading cells={cells} />
        </>
      )}
    </LanguageContext.Provider>
  );
}
