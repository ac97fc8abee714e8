import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { errorRates } from "@/pipeline/diagnosis/verdict.ts";
import { useLanguage } from "../language.ts";
import { startTexts } from "../texts_diagnose_start.ts";
import { rateWords } from "./rate_words.ts";

const usual: readonly number[] = [0.01, errorRates.usual, 0.1];

/** How many wrong answers are accepted: one of the usual shares, or one of one's own. */
export function ErrorRateField(
  { rate, isDisabled, onChange }: {
    readonly rate: number;
    readonly isDisabled: boolean;
    readonly onChange: (rate: number) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const name = useId();
  const isOwn = !usual.includes(rate);
  return (
    <fieldset class="field error-rates" disabled={isDisabled}>
      <legend class="label">{startTexts.errorRate[language]}</legend>
      <div class="row">
        {usual.map((each) => (
          <label key={each} class="check">
            <input
              type="radio"
              name={name}
              checked={rate === each}
              onChange={() => onChange(each)}
            />
            {rateWords(each, language)}
          </label>
        ))}
        <label class="check">
          <input type="radio" name={name} checked={isOwn} onChange={() => onChange(0.02)} />
          {startTexts.own[language]}
        </label>
        {isOwn && (
          <label class="row">
            <input
              class="number"
              type="number"
              min={errorRates.least * 100}
              max={errorRates.most * 100}
              step={0.5}
              value={Math.round(rate * 1000) / 10}
              aria-label={startTexts.ownRate[language]}
              onChange={({ currentTarget }) => {
                const share = currentTarget.valueAsNumber / 100;
                if (share >= errorRates.least && share <= errorRates.most) onChange(share);
                else currentTarget.value = String(Math.round(rate * 1000) / 10);
              }}
            />
            %
          </label>
        )}
      </div>
      <p class="tiny dim">{startTexts.errorRateWhat[language]}</p>
    </fieldset>
  );
}
