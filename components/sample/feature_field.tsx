import type { JSX } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import { float32Limit } from "@/pipeline/table/cell.ts";
import type { SampleForm } from "@/web/sample_schema.ts";
import { KpiName } from "../diagnosis/kpi_name.tsx";
import { rangeWords } from "../diagnosis/range_words.ts";
import { numberText, parseNumber } from "../form/number_text.ts";
import { ResetButton } from "../form/reset_button.tsx";
import { useChange } from "../form/use_change.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { numberWords } from "../number_words.ts";
import { rowAnswerTexts } from "../texts_row_answer.ts";
import { sampleTexts } from "../texts_sample.ts";
import { featureScale } from "./feature_scale.ts";
import { FeatureSlider } from "./feature_slider.tsx";
import type { SampleAction } from "./sample_state.ts";
import { typical } from "./start_values.ts";
import type { MarkedRange } from "./training_marks.tsx";

/** What float32 holds. */
const range = {
  minimum: -float32Limit,
  maximum: float32Limit,
  isInteger: false,
  isAboveMinimum: true,
  isNullable: true,
};

export interface FeatureFieldProps {
  readonly feature: SampleForm["features"][number];
  readonly index: number;
  readonly value: number | null;
  readonly start: number | null;
  /** Where the rows of a healthy system lie, where that is known. */
  readonly healthy: readonly [number, number] | undefined;
  /** What was typed and is no number yet. */
  readonly draft: string | undefined;
  /** Where the rows of two classes lie. */
  readonly upper: MarkedRange | undefined;
  readonly lower: MarkedRange | undefined;
  readonly onAction: (action: SampleAction) => void;
  /** The value stays as it is for now. */
  readonly onSettle: () => void;
}

/** One KPI of a sample: its value to type, to drag, or to leave out. Drawn anew only where it has changed. */
export function FeatureField(props: FeatureFieldProps): JSX.Element {
  const language = useLanguage();
  const { feature, index, value, start, healthy, draft, upper, lower, onAction, onSettle } = props;
  const { name, type, statistics } = feature;
  const [text, setText] = useState(draft ?? numberText(value));
  /** Whether the last change goes on: one drag, or one visit of the field, is undone at once. */
  const isGoingOn = useRef(false);
  useChange(() => {
    if (draft !== undefined) return setText(draft);
    const own = parseNumber(text, range);
    if (!("value" in own) || own.value !== value) setText(numberText(value));
  }, [value, draft]);
  const scale = useMemo(() => statistics === null ? undefined : featureScale(statistics, healthy), [
    feature,
  ]);
  const drawn = [value, start, draft, text, ...rangeKey(upper), ...rangeKey(lower), language];
  return useMemo(() => {
    const set = (next: number | null): void => {
      onAction({ type: "set", index, value: next, isSame: isGoingOn.current });
      isGoingOn.current = true;
    };
    const end = (): void => {
      isGoingOn.current = false;
      onSettle();
    };
    const type_ = (typed: string): void => {
      setText(typed);
      const parsed = parseNumber(typed, range);
      if ("value" in parsed) set(parsed.value);
      else onAction({ type: "type", index, text: typed });
    };
    const parsed = parseNumber(text, range);
    const wrong = "wrong" in parsed ? parsed.wrong[language] : undefined;
    const id = `kpi-${index}`;
    const short = cutName(name, 80);
    const isChanged = draft !== undefined || !Object.is(value, start);
    const all = statistics?.all ?? null;
    const isOutside = value !== null && all !== null && (value < all[0] || value > all[1]);
    const usual = start ?? typical(feature, statistics?.median ?? null) ?? 0;
    return (
      <li class={isChanged ? "sample-field changed" : "sample-field"} data-feature={name}>
        <div class="sample-name">
          <label for={id}>
            <KpiName name={name} />
          </label>
          {isChanged && (
            <ResetButton
              label={short}
              was={start === null ? rowAnswerTexts.missing[language] : numberWords(start)}
              onReset={() => {
                setText(numberText(start));
                onAction({ type: "set", index, value: start });
                onSettle();
              }}
            />
          )}
          {isOutside && (
            <span
              class="tag warn"
              title={sampleTexts.outsideHelp(rangeWords(all, language))[language]}
            >
              {sampleTexts.outside[language]}
            </span>
          )}
        </div>
        <div class="sample-value">
          {type === "boolean"
            ? (
              <label class="check">
                <input
                  id={id}
                  type="checkbox"
                  checked={value === 1}
                  aria-label={sampleTexts.onOf(short)[language]}
                  onChange={({ currentTarget }) => {
                    set(Number(currentTarget.checked));
                    end();
                  }}
                />
              </label>
            )
            : (
              <input
                id={id}
                class="input number"
                inputMode="decimal"
                autocomplete="off"
                value={text}
                placeholder={rowAnswerTexts.missing[language]}
                aria-label={sampleTexts.valueOf(short)[language]}
                aria-invalid={wrong !== undefined}
                aria-describedby={wrong === undefined ? undefined : `${id}-wrong`}
                onInput={({ currentTarget }) => type_(currentTarget.value)}
                onChange={end}
              />
            )}
        </div>
        <div class="sample-range">
          {scale !== undefined && type !== "boolean" && (
            <FeatureSlider
              name={short}
              scale={scale}
              value={value}
              rest={usual}
              start={start}
              upper={upper}
              lower={lower}
              onValue={(next) => {
                setText(numberText(next));
                set(next);
              }}
              onEnd={end}
            />
          )}
        </div>
        <label class="check sample-missing">
          <input
            type="checkbox"
            checked={value === null && draft === undefined}
            aria-label={sampleTexts.missingOf(short)[language]}
            onChange={({ currentTarget }) => {
              const next = currentTarget.checked ? null : usual;
              setText(numberText(next));
              onAction({ type: "set", index, value: next });
              onSettle();
            }}
          />
          <span aria-hidden="true">{sampleTexts.missing[language]}</span>
        </label>
        {wrong !== undefined && <p class="wrong" id={`${id}-wrong`}>{wrong}</p>}
      </li>
    );
  }, drawn);
}

function rangeKey(mark: MarkedRange | undefined): (number | string)[] {
  return mark === undefined ? ["", 0, 0] : [mark.colour, ...mark.range];
}
