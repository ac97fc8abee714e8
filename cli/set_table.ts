import type { SetCoverage, SetReport } from "@/pipeline/diagnosis/set_coverage.ts";
import { alignedLines } from "./aligned_lines.ts";
import type { Language } from "./terminal.ts";

const words = {
  en: { class: "class", covered: "in set", size: "set size", empty: "empty", rows: "rows" },
  zh: { class: "类别", covered: "集合命中", size: "集合大小", empty: "空集", rows: "行数" },
};

/** How prediction sets did, as lines of text: what was promised and kept, then a row a class. */
export function setTable(sets: SetReport, language: Language): string {
  const word = words[language];
  const promised = percentText(1 - sets.error_rate);
  const headline = {
    en:
      `prediction sets hold the true class of ${percentText(sets.coverage)} of ${sets.rows} rows ` +
      `(promised: ${promised}), ${sets.mean_size.toFixed(2)} classes a set`,
    zh: `预测集包含真实类别的比例为 ${percentText(sets.coverage)}（共 ${sets.rows} 行，承诺 ` +
      `${promised}），平均每集 ${sets.mean_size.toFixed(2)} 个类别`,
  }[language];
  const cells = sets.per_class.map((entry) => [entry.class, ...numbersOf(entry)]);
  const head = [word.class, word.covered, word.size, word.empty, word.rows];
  return [headline, ...alignedLines([head, ...cells])].join("\n");
}

function numbersOf({ coverage, mean_size, empty_share, rows }: SetCoverage): string[] {
  return [percentText(coverage), mean_size.toFixed(2), percentText(empty_share), String(rows)];
}

function percentText(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
