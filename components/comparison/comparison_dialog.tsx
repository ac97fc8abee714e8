import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { get, problemOf } from "@/islands/api.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import type { Problem } from "@/pipeline/problem.ts";
import { type RunsAnswer, runsSchema } from "@/web/run_schema.ts";
import { Dialog } from "../dialog.tsx";
import { useLanguage } from "../language.ts";
import { ProblemText } from "../problem_text.tsx";
import { comparisonTexts as texts } from "../texts_comparison.ts";
import { differencesAmong, firstChoice, isScored, lettered } from "./compared_runs.ts";
import { ComparedResults } from "./compared_results.tsx";
import { DifferencesTable } from "./differences_table.tsx";
import { pinBaseline, pinnedBaseline } from "./pinned_baseline.ts";
import { RunsTable } from "./runs_table.tsx";

/** The past runs of a notebook, and what is different among those that are chosen. */
export function ComparisonDialog(
  { open, onClose }: { readonly open: OpenNotebook; readonly onClose: () => void },
): JSX.Element {
  const language = useLanguage();
  const [answer, setAnswer] = useState<RunsAnswer>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    get(`/api/notebooks/${open.id}/runs?limit=100`, runsSchema).then(setAnswer)
      .catch((error: unknown) => setProblem(problemOf(error)));
  }, [open]);
  return (
    <Dialog id="comparison-title" title={texts.title[language]} onClose={onClose}>
      <div class="comparison">
        {problem && <ProblemText problem={problem} language={language} />}
        {answer === undefined
          ? problem === undefined && <p class="faint" role="status">{texts.loading[language]}</p>
          : answer.runs.some(isScored)
          ? <Comparison open={open} answer={answer} />
          : <p class="dim">{texts.noRuns[language]}</p>}
        <div class="comparison-foot">
          <button type="button" class="button" onClick={onClose}>{texts.close[language]}</button>
        </div>
      </div>
    </Dialog>
  );
}

function Comparison(
  { open, answer }: { readonly open: OpenNotebook; readonly answer: RunsAnswer },
): JSX.Element {
  const language = useLanguage();
  const { runs } = answer;
  const [pinned, setPinned] = useState(() => pinnedBaseline(open.id));
  const [chosen, setChosen] = useState<readonly number[]>(() => {
    const first = firstChoice(runs);
    const place = runs.findIndex(({ id }) => id === pinned);
    return place < 0 || first.includes(place) ? first : [place, ...first.slice(-1)];
  });
  const place = runs.findIndex(({ id }) => id === pinned);
  const baseline = chosen.includes(place) ? place : Math.max(...chosen);
  const compared = useMemo(() => lettered(runs, chosen, baseline), [runs, chosen, baseline]);
  return (
    <>
      <RunsTable
        runs={runs}
        compared={compared}
        onChoose={(place) =>
          setChosen(
            chosen.includes(place) ? chosen.filter((each) => each !== place) : [...chosen, place],
          )}
        onPin={(place) => {
          const { id = "" } = runs[place] ?? {};
          pinBaseline(open.id, id);
          setPinned(id);
          if (!chosen.includes(place)) setChosen([...chosen, place]);
        }}
      />
      {compared.length < 2 ? <p class="dim small">{texts.chooseTwo[language]}</p> : (
        <>
          <DifferencesTable
            open={open}
            compared={compared}
            differences={differencesAmong(answer, compared)}
          />
          <ComparedResults open={open} compared={compared} />
        </>
      )}
    </>
  );
}
