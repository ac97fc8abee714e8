import type { Incident, UnknownGroup } from "@/pipeline/diagnosis/findings.ts";
import { alignedLines } from "./aligned_lines.ts";
import type { FaultLabels } from "./fault_labels.ts";
import type { Language } from "./terminal.ts";

/** So many incidents are listed; the answer for programs has all. */
const shownIncidents = 10;

/** So many KPIs that mark a group are named. */
const shownSigns = 3;

const words = {
  en: {
    incidents: (count: number) => `${count} ${count === 1 ? "incident" : "incidents"}:`,
    rows: (count: number) => `${count} ${count === 1 ? "row" : "rows"}`,
    more: (count: number) => `and ${count} more`,
    unknown: "fits nothing known",
    unread: "not read",
    group: (id: number) => `Unknown group ${id}:`,
    high: "high",
    low: "low",
    missing: "missing",
  },
  zh: {
    incidents: (count: number) => `${count} 起事件：`,
    rows: (count: number) => `${count} 行`,
    more: (count: number) => `另有 ${count} 起`,
    unknown: "与已知故障均不符",
    unread: "未读取",
    group: (id: number) => `未知故障第 ${id} 组：`,
    high: "偏高",
    low: "偏低",
    missing: "缺失",
  },
};

/** The incidents of a diagnosis and the groups of its unknown rows as lines of text; none where there are none. */
export function findingLines(
  incidents: readonly Incident[],
  groups: readonly UnknownGroup[],
  language: Language,
  labels: Pick<FaultLabels, "of">,
): string[] {
  const word = words[language];
  const listed = incidents.slice(0, shownIncidents).map((each) => [
    `  ${each.group}`,
    word.rows(each.rows),
    each.isUnknown
      ? word.unknown
      : each.diagnosis === null
      ? word.unread
      : labels.of(each.diagnosis),
  ]);
  const marked = groups.map(({ id, rows, signs }) => [
    word.group(id),
    word.rows(rows),
    signs.slice(0, shownSigns)
      .map(({ feature, direction }) => `${feature} ${word[direction]}`).join(", "),
  ]);
  return [
    ...(incidents.length === 0 ? [] : [word.incidents(incidents.length)]),
    ...alignedLines(listed),
    ...(incidents.length > shownIncidents
      ? [`  ${word.more(incidents.length - shownIncidents)}`]
      : []),
    ...alignedLines(marked),
  ];
}
