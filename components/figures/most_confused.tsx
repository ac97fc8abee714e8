import type { JSX } from "preact";
import type { FigureOf } from "@/pipeline/cells/figure.ts";
import { useLanguage } from "../language.ts";
import { figureTexts } from "../texts_figures.ts";
import type { ConfusionCell } from "./drawable.ts";
import { mostConfused, mostConfusedWords } from "./kinds/confusion.ts";

/** The pair of classes that is mixed up most, and the way to its rows. */
export function MostConfused(
  { figure, onCell }: {
    readonly figure: FigureOf<"confusion">;
    readonly onCell?: ((cell: ConfusionCell) => void) | undefined;
  },
): JSX.Element | null {
  const language = useLanguage();
  const most = mostConfused(figure);
  if (most === undefined) return null;
  const { truth, diagnosed } = most;
  return (
    <p class="tiny dim figure-note">
      {mostConfusedWords(figure, language)?.[language]} {onCell && (
        <button
          type="button"
          class="link-button"
          onClick={() => onCell({ truth, diagnosed })}
        >
          {figureTexts.openRows[language]}
        </button>
      )}
    </p>
  );
}
