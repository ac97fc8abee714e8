import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { get, problemOf } from "@/islands/api.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import type { Problem } from "@/pipeline/problem.ts";
import { runResultSchema } from "@/web/run_result_schema.ts";
import { FigureView } from "../figures/figure_view.tsx";
import { useLanguage } from "../language.ts";
import { titleOf } from "../notebook/cell_names.ts";
import { ProblemText } from "../problem_text.tsx";
import { comparisonTexts as texts } from "../texts_comparison.ts";
import { classScores, commonCurves, confusionChange, type RunFigures } from "./compared_figures.ts";
import { type ComparedRun, headline } from "./compared_runs.ts";
import { ConfusionChangeTable } from "./confusion_change_table.tsx";
import { CurvesOver } from "./curves_over.tsx";
import { ScoresTable } from "./scores_table.tsx";

/** What one scored cell gave in each of the compared runs: scores, classes, curves, confusion. */
export function ComparedResults(
  { open, compared }: { readonly open: OpenNotebook; readonly compared: readonly ComparedRun[] },
): JSX.Element {
  const language = useLanguage();
  const cells = scoredCells(compared);
  const [wanted, setWanted] = useState<string>();
  const usual = compared.map(({ run }) => headline(run)?.cell)
    .findLast((cell) => cell !== undefined);
  const cell = cells.find(({ cell }) => cell === wanted)?.cell ?? usual ?? "";
  const { results, problem } = useResults(open.id, cell, compared);
  const classes = useMemo(() => classScores(results, texts.classes), [results]);
  const curves = useMemo(() => commonCurves(results), [results]);
  const [baseline, ...others] = results;
  const cellTitle = (id: string, kind: string): string => {
    const title = open.notebook.value.cells.find((each) => each.id === id)?.title ?? "";
    return titleOf(open, { kind, title }, language);
  };
  return (
    <>
      <section>
        <h3>{texts.scores[language]}</h3>
        {cells.length > 1 && (
          <label class="small comparison-cell">
            {texts.scoredCell[language]}{" "}
            <select value={cell} onChange={({ currentTarget }) => setWanted(currentTarget.value)}>
              {cells.map(({ cell: id, kind }) => (
                <option key={id} value={id}>{cellTitle(id, kind)}</option>
              ))}
            </select>
          </label>
        )}
        <ScoresTable compared={compared} cell={cell} />
        {problem && <ProblemText problem={problem} language={language} />}
      </section>
      {classes && results.length > 1 && (
        <section class="figures one">
          <FigureView figure={classes} />
        </section>
      )}
      {curves.length > 0 && (
        <section>
          <h3>{texts.curves[language]}</h3>
          <CurvesOver curves={curves} />
        </section>
      )}
      {baseline && others.map(({ letter, figures }) => {
        const change = confusionChange(baseline.figures, figures);
        return change && <ConfusionChangeTable key={letter} letter={letter} change={change} />;
      })}
    </>
  );
}

/** The cells that were scored in any of the runs. */
function scoredCells(compared: readonly ComparedRun[]): { cell: string; kind: string }[] {
  const all = compared.flatMap(({ run }) => run.scores.map(({ cell, kind }) => ({ cell, kind })));
  return [...new Map(all.map((each) => [each.cell, each])).values()];
}

/** The figures of a cell in each run, as far as they are kept; what is not kept is a problem beside them. */
function useResults(
  notebook: string,
  cell: string,
  compared: readonly ComparedRun[],
): { readonly results: readonly RunFigures[]; readonly problem: Problem | undefined } {
  const [state, setState] = useState<{ results: readonly RunFigures[]; problem?: Problem }>({
    results: [],
  });
  useEffect(() => {
    let isCurrent = true;
    const scored = compared.filter(({ run }) => run.scores.some((each) => each.cell === cell));
    void Promise.allSettled(scored.map(async ({ letter, run }) => {
      const path = `/api/notebooks/${notebook}/runs/${run.id}/cells/${cell}`;
      return { letter, figures: (await get(path, runResultSchema)).figures };
    })).then((settled) => {
      if (!isCurrent) return;
      const failed = settled.find((each) => each.status === "rejected");
      setState({
        results: settled.flatMap((each) => each.status === "fulfilled" ? [each.value] : []),
        ...(failed ? { problem: problemOf(failed.reason) } : {}),
      });
    });
    return () => {
      isCurrent = false;
    };
  }, [notebook, cell, compared]);
  return { results: state.results, problem: state.problem };
}
