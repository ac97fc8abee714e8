import type { JSX } from "preact";
import type { ColumnSummary } from "@/pipeline/table/paging/table_page.ts";

const width = 96;
const height = 18;

/** What a column holds in one glance: a histogram, or the shares of the most frequent values, and the holes. */
export function ColumnChart({ summary }: { summary: ColumnSummary | undefined }): JSX.Element {
  const bars = summary === undefined ? [] : barsOf(summary);
  const most = Math.max(1, ...bars);
  const holes = summary === undefined || summary.rows === 0 ? 0 : summary.missing / summary.rows;
  const step = width / Math.max(1, bars.length);
  const wide = Math.max(0.5, step - (step > 3 ? 1 : 0));
  // One path: heads come and go while the grid is scrolled.
  const path = bars.map((count, index) => {
    const tall = count === 0 ? 0 : Math.max(1, (count / most) * height);
    return `M${index * step} ${height}v${-tall}h${wide}v${tall}z`;
  }).join("");
  return (
    <svg
      class="grid-chart"
      viewBox={`0 0 ${width} ${height + 3}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path class="bars" d={path} />
      <rect class="ground" y={height + 1} width={width} height={2} />
      {holes > 0 && <rect class="holes" y={height + 1} width={width * holes} height={2} />}
    </svg>
  );
}

/** Where nearly every row has a word of its own there is nothing to compare. */
function barsOf({ numbers, words, rows, missing }: ColumnSummary): readonly number[] {
  if (numbers !== undefined) return numbers.counts;
  if (words === undefined || words.distinct > (rows - missing) / 2) return [];
  return words.top.map((each) => each.rows);
}
