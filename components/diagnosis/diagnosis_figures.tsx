import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Figure } from "@/pipeline/cells/figure.ts";
import {
  type FigureActions,
  FigureActionsContext,
  OpenRowContext,
} from "../figures/figure_actions.ts";
import { FigureView } from "../figures/figure_view.tsx";
import { useLanguage } from "../language.ts";
import { diagnosisPageTexts } from "../texts_diagnosis_page.ts";

/** The figures of a diagnosis; rows chosen on its map are shown in the list of rows. */
export function DiagnosisFigures(
  { figures, onRow, onRows }: {
    readonly figures: readonly Figure[];
    /** Opens a row. */
    readonly onRow: (row: number) => void;
    /** Shows the rows of ranges such as `1-20,35`. */
    readonly onRows: (ranges: string) => void;
  },
): JSX.Element | null {
  const language = useLanguage();
  const actions = useMemo<FigureActions>(() => ({
    hasTable: () => true,
    showRows: (_table, filter) => {
      const among = filter.find(({ op }) => op === "among");
      if (among?.op === "among") onRows(among.value);
    },
  }), [onRows]);
  // How rows fall on classes is shown already, with more about it.
  const shown = figures.filter(({ type }) => type !== "shares" && type !== "scores");
  if (shown.length === 0) return null;
  return (
    <section class="section diagnosis-figures" aria-labelledby="figures">
      <div class="section-head">
        <h2 id="figures">{diagnosisPageTexts.figures[language]}</h2>
      </div>
      <FigureActionsContext.Provider value={actions}>
        <OpenRowContext.Provider value={onRow}>
          <div class="figures">
            {shown.map((figure, index) => <FigureView key={index} figure={figure} />)}
          </div>
        </OpenRowContext.Provider>
      </FigureActionsContext.Provider>
    </section>
  );
}
