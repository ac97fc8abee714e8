import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { openingApi, type OpeningSource } from "@/islands/opening_api.ts";
import type { Problem, Text } from "@/pipeline/problem.ts";
import type { OpeningSummary, Reading } from "@/web/opening_schema.ts";
import { Dialog } from "../dialog.tsx";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { bytesWords } from "../number_words.ts";
import { ProblemText } from "../problem_text.tsx";
import { openingTexts } from "../texts_opening.ts";
import { NotebookSummary } from "./notebook_summary.tsx";
import { PipelineSummary } from "./pipeline_summary.tsx";

/** Says what is in a file from elsewhere; only its buttons make anything of it. */
export function OpeningDialog(
  { source, summary: first, onClose }: {
    readonly source: OpeningSource;
    readonly summary: OpeningSummary;
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const [summary, setSummary] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const reading = "reading" in summary ? summary.reading ?? undefined : undefined;
  const attempt = (work: () => Promise<void>): void => {
    setBusy(true);
    setProblem(undefined);
    work().catch((error: unknown) => setProblem(problemOf(error))).finally(() => setBusy(false));
  };
  const readOtherwise = (other: Reading): void =>
    attempt(async () => setSummary(await openingApi.summary({ ...source, reading: other })));
  const open = (run: boolean): void =>
    attempt(async () => {
      const { kind, id } = await openingApi.open({ ...source, reading }, run);
      location.assign(kind === "notebook" ? `/notebooks/${id}` : "/");
    });
  return (
    <Dialog id="opening-title" title={titleOf(summary)[language]} onClose={onClose}>
      <p class="small dim opening-file">
        <span class="file-name" title={summary.file.name}>{cutName(summary.file.name, 80)}</span>
        <span class="file-size">{bytesWords(summary.file.bytes)}</span>
      </p>
      <div
        class="opening-body"
        tabIndex={0}
        role="group"
        aria-label={openingTexts.whatItDoes[language]}
        aria-busy={isBusy}
      >
        {summary.kind === "notebook" && <NotebookSummary summary={summary} />}
        {summary.kind === "pipeline" && <PipelineSummary summary={summary} />}
        {summary.kind === "nothing" && (
          <ProblemText
            problem={summary.problem}
            language={language}
          />
        )}
        {"otherReading" in summary && summary.otherReading !== null && (
          <OtherReading
            reading={summary.otherReading}
            isBusy={isBusy}
            onChosen={readOtherwise}
          />
        )}
      </div>
      {problem && <ProblemText problem={problem} language={language} />}
      <div class="buttons">
        <button type="button" class="button" onClick={onClose}>
          {openingTexts[summary.kind === "nothing" ? "close" : "cancel"][language]}
        </button>
        {summary.kind === "notebook" && (
          <>
            {summary.reading !== "foreign" && summary.cellCount > 0 && (
              <button
                type="button"
                class="button"
                disabled={isBusy}
                onClick={() => open(true)}
              >
                <Icon name="run" />
                {openingTexts.openAndRun[language]}
              </button>
            )}
            <button
              type="button"
              class="button primary"
              disabled={isBusy}
              onClick={() => open(false)}
            >
              {openingTexts.open[language]}
            </button>
          </>
        )}
        {summary.kind === "pipeline" && (
          <button
            type="button"
            class="button primary"
            disabled={isBusy}
            onClick={() => open(false)}
          >
            {openingTexts.keepPipeline[language]}
          </button>
        )}
      </div>
    </Dialog>
  );
}

function titleOf(summary: OpeningSummary): Text {
  if (summary.kind === "nothing") return openingTexts.cannotOpen;
  const title = cutName(summary.title, 80);
  if (summary.kind === "pipeline") return openingTexts.keepPipelineTitle(title);
  if (title !== "") return openingTexts.openNotebook(title);
  const { en, zh } = openingTexts.untitled;
  return { en: openingTexts.openNotebook(en).en, zh: openingTexts.openNotebook(zh).zh };
}

function OtherReading(
  { reading, isBusy, onChosen }: {
    readonly reading: Reading;
    readonly isBusy: boolean;
    readonly onChosen: (reading: Reading) => void;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <p class="other-reading">
      <button
        type="button"
        class="link-button"
        disabled={isBusy}
        onClick={() => onChosen(reading)}
      >
        {openingTexts[reading === "own" ? "readOwn" : "readForeign"][language]}
      </button>
    </p>
  );
}
