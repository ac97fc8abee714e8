import type { LeaderboardRow } from "@/pipeline/tuning/leaderboard.ts";
import type { Text } from "@/pipeline/problem.ts";
import { alignedLines } from "./aligned_lines.ts";
import type { Language } from "./terminal.ts";

const heads = {
  en: ["recipe", "macro-F1", "±", "log-loss", "fit s", "µs/row", ""],
  zh: ["方案", "macro-F1", "±", "对数损失", "训练秒数", "微秒/行", ""],
};

const states: Readonly<Record<LeaderboardRow["state"], Text>> = {
  scored: { en: "", zh: "" },
  dropped: { en: "dropped early", zh: "提前淘汰" },
  stopped: { en: "took too long", zh: "耗时过长" },
  failed: { en: "failed", zh: "失败" },
};

/** How many rows are printed; all of them are in the journal and under `--json`. */
const shown = 15;

/** What was tried, the best first, as lines of text; failures with their reason. */
export function leaderboardTable(rows: readonly LeaderboardRow[], language: Language): string {
  const scored = rows.filter(({ state }) => state === "scored").slice(0, shown);
  const failed = rows.filter(({ state }) => state === "failed").slice(0, shown);
  const others = rows.length - scored.length - failed.length;
  const lines = alignedLines([heads[language], ...scored.map((row) => cellsOf(row, language))]);
  const reasons = failed.map(({ words, problem }) =>
    `${states.failed[language]}: ${words[language]}: ${problem?.message[language] ?? ""}`
  );
  if (others === 0) return [...lines, ...reasons].join("\n");
  const rest = {
    en: `… and ${others} more that were tried`,
    zh: `……另有 ${others} 个试过的方案`,
  }[language];
  return [...lines, ...reasons, rest].join("\n");
}

function cellsOf(row: LeaderboardRow, language: Language): string[] {
  return [
    (row.is_chosen ? "* " : "  ") + row.words[language],
    row.macro_f1?.toFixed(4) ?? "",
    row.macro_f1_error?.toFixed(4) ?? "",
    row.log_loss?.toFixed(4) ?? "",
    row.fit_seconds?.toFixed(2) ?? "",
    row.predict_microseconds_per_row?.toFixed(1) ?? "",
    states[row.state][language],
  ];
}
