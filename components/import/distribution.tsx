import type { JSX } from "preact";
import type { ReportColumn } from "@/pipeline/cells/table_report.ts";
import { useLanguage } from "../language.ts";
import { countWords, shortNumberWords } from "../number_words.ts";
import { importTexts } from "../texts_import.ts";

/** What a column holds, small: a histogram of numbers between their ends, or the most frequent values. */
export function Distribution({ column }: { readonly column: ReportColumn }): JSX.Element {
  const language = useLanguage();
  const { distribution, distinct } = column;
  if (distribution === null) return <span class="faint">{importTexts.empty[language]}</span>;
  if ("values" in distribution) {
    const { values } = distribution;
    const rest = distinct - values.length;
    return (
      <span class="frequent" title={values.map(({ value }) => value).join(", ")}>
        {values.slice(0, 3).map(({ value }) => value).join(", ")}
        {(rest > 0 || values.length > 3) && (
          <span class="faint">· {importTexts.distinct(countWords(distinct))[language]}</span>
        )}
      </span>
    );
  }
  const { bins, min, max } = distribution;
  const most = Math.max(1, ...bins);
  const words = min === max
    ? shortNumberWords(min)
    : `${shortNumberWords(min)} … ${shortNumberWords(max)}`;
  return (
    <span class="numbers-held">
      <svg viewBox={`0 0 ${bins.length} 20`} preserveAspectRatio="none" aria-hidden="true">
        {bins.map((count, index) => (
          <rect
            key={index}
            x={index}
            y={20 - height(count, most)}
            width={1}
            height={height(count, most)}
          />
        ))}
      </svg>
      <span class="faint">{words}</span>
    </span>
  );
}

/** A bin that is not empty can be seen. */
function height(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1.5, 20 * count / most);
}
