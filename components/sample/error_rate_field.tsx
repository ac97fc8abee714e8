import type { JSX } from "preact";
import { shareWords } from "../diagnosis/range_words.ts";
import { useLanguage } from "../language.ts";
import { sampleTexts } from "../texts_sample.ts";

/** The shares of wrong answers that one may accept, as texts. */
export const errorRates = ["0.01", "0.02", "0.05", "0.1", "0.2", "0.3"] as const;

export type ErrorRate = typeof errorRates[number];

/** How many wrong answers are accepted: the fewer, the more classes stay possible. */
export function ErrorRateField(
  { rate, onRate }: { readonly rate: ErrorRate; readonly onRate: (rate: ErrorRate) => void },
): JSX.Element {
  const language = useLanguage();
  return (
    <label class="row error-rate">
      <span class="small dim">{sampleTexts.errorRate[language]}</span>
      <select
        class="select"
        value={rate}
        onChange={({ currentTarget }) => {
          const chosen = errorRates.find((each) => each === currentTarget.value);
          if (chosen !== undefined) onRate(chosen);
        }}
      >
        {errorRates.map((each) => (
          <option key={each} value={each} selected={each === rate}>
            {shareWords(Number(each), language)}
          </option>
        ))}
      </select>
    </label>
  );
}
