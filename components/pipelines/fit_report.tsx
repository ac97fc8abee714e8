import type { ComponentChildren, JSX } from "preact";
import type { PipelineCheck } from "@/web/pipeline_schema.ts";
import { StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { countWords } from "../number_words.ts";
import { ProblemText } from "../problem_text.tsx";
import { pipelineTexts } from "../texts_pipelines.ts";

/** So many names are written out of what may be thousands. */
const named = 5;

/** How a dataset suits a pipeline: what keeps it from fitting, with the way out, or that it fits. */
export function FitReport(
  { check, features, taken, isBusy, onTake }: {
    readonly check: PipelineCheck;
    /** How many the pipeline has. */
    readonly features: number;
    /** How many columns are taken under other names already. */
    readonly taken: number;
    readonly isBusy: boolean;
    /** Takes the offered columns under the names of the pipeline, or no column any more. */
    readonly onTake: (renames: PipelineCheck["renames"]) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { fits, problems, notices, missing, retyped, renames } = check;
  // A column that is offered for a feature is not named again for others.
  const offered = new Set(renames.map(({ from }) => from));
  const near = missing.first.map(({ name, similar }) => ({
    name,
    similar: similar.filter((each) => !offered.has(each)),
  })).filter(({ similar }) => similar.length > 0);
  return (
    <div class="fit-report" aria-busy={isBusy}>
      {taken > 0 && (
        <p class="small">
          {pipelineTexts.taken(taken)[language]}{" "}
          <button type="button" class="link-button" onClick={() => onTake([])}>
            {pipelineTexts.undoTaken[language]}
          </button>
        </p>
      )}
      {fits && (
        <div role="status">
          <p class="pipeline-done">
            <StateMark state="ok" />
            {pipelineTexts.fits(countWords(features))[language]}
          </p>
          <p class="small dim">{pipelineTexts.willDo[language]}</p>
        </div>
      )}
      {problems.map((problem) => (
        <ProblemText key={problem.code} problem={problem} language={language} />
      ))}
      {near.length > 0 && (
        <NameList
          title={pipelineTexts.closest[language]}
          all={{ count: near.length, first: near }}
        >
          {({ name, similar }) => (
            <>
              <code>{cutName(name, 80)}</code>{" "}
              <span class="faint small">
                {pipelineTexts.closeTo(
                  similar.map((each) => cutName(each, 60)).join({ en: ", ", zh: "、" }[language]),
                )[language]}
              </span>
            </>
          )}
        </NameList>
      )}
      {renames.length > 0 && (
        <div class="note plain offered">
          <StateMark state="attention" />
          <div>
            <p>{pipelineTexts.offer(renames.length)[language]}</p>
            <NameList all={{ count: renames.length, first: renames }}>
              {({ from, to }) => pipelineTexts.useFor(cutName(from, 60), cutName(to, 60))[language]}
            </NameList>
            <button
              type="button"
              class="button"
              disabled={isBusy}
              onClick={() => onTake(renames)}
            >
              {pipelineTexts.takeAll(renames.length)[language]}
            </button>
          </div>
        </div>
      )}
      {retyped.count > 0 && (
        <NameList title={pipelineTexts.retyped(countWords(retyped.count))[language]} all={retyped}>
          {({ name, type }) => (
            <>
              <code>{cutName(name, 80)}</code>{" "}
              <span class="faint small">
                {pipelineTexts[type === "time" ? "isTime" : "isText"][language]}
              </span>
            </>
          )}
        </NameList>
      )}
      {notices.map((notice) => <p key={notice.en} class="small dim">{notice[language]}</p>)}
    </div>
  );
}

/** The first of some names, and how many more there are. */
function NameList<Each>(
  { title, all: { count, first }, children }: {
    readonly title?: string;
    readonly all: { readonly count: number; readonly first: readonly Each[] };
    readonly children: (each: Each) => ComponentChildren;
  },
): JSX.Element {
  const language = useLanguage();
  const shown = first.slice(0, named);
  return (
    <div class="name-list">
      {title !== undefined && <p class="small">{title}</p>}
      <ul>
        {shown.map((each, index) => <li key={index}>{children(each)}</li>)}
        {count > shown.length && (
          <li class="faint small">
            {pipelineTexts.andMore(countWords(count - shown.length))[language]}
          </li>
        )}
      </ul>
    </div>
  );
}
