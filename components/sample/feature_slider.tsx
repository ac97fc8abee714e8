import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { numberWords } from "../number_words.ts";
import { rowAnswerTexts } from "../texts_row_answer.ts";
import { type FeatureScale, positions } from "./feature_scale.ts";
import { type MarkedRange, TrainingMarks } from "./training_marks.tsx";

/** Drags a value through all that was seen in training. */
export function FeatureSlider(
  { name, scale, value, rest, start, upper, lower, onValue, onEnd }: {
    readonly name: string;
    readonly scale: FeatureScale;
    readonly value: number | null;
    /** Where the slider stands while the value is missing. */
    readonly rest: number;
    readonly start: number | null;
    readonly upper: MarkedRange | undefined;
    readonly lower: MarkedRange | undefined;
    readonly onValue: (value: number) => void;
    /** Is told when it is let go. */
    readonly onEnd: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const shown = value ?? rest;
  return (
    <>
      <TrainingMarks scale={scale} upper={upper} lower={lower} start={start} />
      <input
        class={value === null ? "range is-missing" : "range"}
        type="range"
        min={0}
        max={positions}
        step={1}
        value={scale.position(shown)}
        aria-label={name}
        aria-valuetext={value === null ? rowAnswerTexts.missing[language] : numberWords(value)}
        onInput={({ currentTarget }) => onValue(scale.value(currentTarget.valueAsNumber))}
        onChange={onEnd}
        onKeyDown={(event) => {
          const next = keyed(event.key, shown, scale);
          if (next === undefined) return;
          event.preventDefault();
          onValue(next);
        }}
        onKeyUp={({ key }) => {
          if (key in directions || key === "Home" || key === "End") onEnd();
        }}
      />
    </>
  );
}

const directions: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 1,
  PageDown: -1,
};

/** So many steps are one page. */
const page = 10;

function keyed(key: string, value: number, scale: FeatureScale): number | undefined {
  if (key === "Home") return scale.value(0);
  if (key === "End") return scale.value(positions);
  const direction = directions[key];
  if (direction === undefined) return undefined;
  let next = value;
  for (let step = key.startsWith("Page") ? page : 1; step > 0; step--) {
    next = scale.next(next, direction);
  }
  return next;
}
