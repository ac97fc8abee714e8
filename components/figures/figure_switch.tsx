import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { figureFrameTexts } from "../texts_figure_frame.ts";
import type { FigureVariant } from "./drawable.ts";

/** Chooses one of several ways to draw a figure. */
export function FigureSwitch(
  { variants, chosen, onChoose }: {
    readonly variants: readonly FigureVariant[];
    readonly chosen: string;
    readonly onChoose: (name: string) => void;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <div class="figure-switch" role="group" aria-label={figureFrameTexts.drawAs[language]}>
      {variants.map(({ name, label }) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === chosen}
          onClick={() => onChoose(name)}
        >
          {label[language]}
        </button>
      ))}
    </div>
  );
}
