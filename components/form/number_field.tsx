import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLanguage } from "../language.ts";
import { numberWords } from "../number_words.ts";
import { useDraft } from "./drafts.ts";
import { describedBy, FieldFrame, type FieldProps } from "./field_frame.tsx";
import type { FieldSpec } from "./field_spec.ts";
import { numberText, parseNumber } from "./number_text.ts";
import { positions, sliderScale } from "./slider_scale.ts";
import { useChange } from "./use_change.ts";
import { isSameValue, valueWords } from "./value_words.ts";

/** A number to type and, where its range is one to pull through, a slider. */
export function NumberField(
  { spec, id, value, onChange }: FieldProps<Extract<FieldSpec, { type: "number" }>>,
): JSX.Element {
  const language = useLanguage();
  const draft = useDraft(id);
  const [text, setText] = useState(draft.found ?? numberText(value));
  const parsed = parseNumber(text, spec);
  const wrong = "wrong" in parsed ? parsed.wrong[language] : undefined;
  // What was typed stays as it is, unless the value is changed from elsewhere.
  useChange(() => {
    const own = parseNumber(text, spec);
    if ("value" in own && own.value === value) return;
    setText(numberText(value));
    draft.keep(undefined);
  }, [value]);
  const scale = sliderScale(spec);
  const type = (typed: string): void => {
    setText(typed);
    const next = parseNumber(typed, spec);
    draft.keep("value" in next ? undefined : typed);
    if ("value" in next) onChange(next.value);
  };
  const label = spec.label[language];
  return (
    <FieldFrame
      spec={spec}
      id={id}
      wrong={wrong}
      was={isSameValue(value, spec.default) && wrong === undefined
        ? undefined
        : valueWords(spec, spec.default, language)}
      onReset={() => {
        draft.keep(undefined);
        setText(numberText(spec.default));
        onChange(undefined);
      }}
      aside={
        <input
          id={id}
          class="input number"
          inputMode={spec.isInteger ? "numeric" : "decimal"}
          autocomplete="off"
          value={text}
          aria-invalid={wrong !== undefined}
          aria-describedby={describedBy(spec, id, wrong)}
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
      }
    >
      {scale && typeof value === "number" && (
        <div>
          <input
            class="range"
            type="range"
            min={0}
            max={positions}
            step={1}
            value={scale.position(value)}
            aria-label={label}
            aria-valuetext={numberText(value)}
            onInput={({ currentTarget }) => type(String(scale.value(currentTarget.valueAsNumber)))}
            onKeyDown={(event) => {
              const direction = directions[event.key];
              if (direction === undefined) return;
              event.preventDefault();
              type(String(scale.next(value, direction)));
            }}
          />
          <div class="range-ends" aria-hidden="true">
            <span>{numberWords(spec.minimum)}</span>
            <span>{numberWords(spec.maximum)}</span>
          </div>
        </div>
      )}
    </FieldFrame>
  );
}

const directions: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
};
