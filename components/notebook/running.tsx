import type { JSX } from "preact";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import type { Language } from "@/web/language.ts";
import { useLanguage } from "../language.ts";
import { later } from "../later.tsx";
import { percentWords } from "../number_words.ts";
import { ProgressBar } from "../progress_bar.tsx";
import { remainingWords } from "../remaining_words.ts";
import { runningTexts } from "../texts_running.ts";
import { latestRound } from "./live_points.ts";

const LiveCurves = later(async () => (await import("./live_curves.tsx")).LiveCurves);

/** How far a running cell is: its share, what it is at, the time left, and the curves of its metrics. */
export function Running(
  { live, isCostly }: { live: LiveCell; isCostly: boolean },
): JSX.Element {
  const language = useLanguage();
  const { progress, metrics } = live;
  const fraction = progress?.fraction ?? 0;
  const words = workWords(live, language);
  return (
    <div class="running">
      <p class="row small">
        <span class="strong">{percentWords(fraction, language)}</span>
        <span class="dim work">{words}</span>
        {progress?.remaining !== undefined && (
          <span class="push dim">{remainingWords(progress.remaining, language)}</span>
        )}
      </p>
      <ProgressBar fraction={fraction} label={words} />
      {metrics.length > 0 && <LiveCurves metrics={metrics} />}
      {isCostly && <p class="tiny faint">{runningTexts.mayCloseTab[language]}</p>}
    </div>
  );
}

/** What it is at: the message of the cell, and the round its curves have come to. */
function workWords({ progress, metrics }: LiveCell, language: Language): string {
  const message = progress?.message?.[language] ?? runningTexts.starting[language];
  const latest = latestRound(metrics);
  if (latest === undefined) return message;
  const { fold, round } = latest;
  const words = fold === undefined
    ? runningTexts.round(round)
    : runningTexts.foldAndRound(fold, round);
  return `${message}${{ en: "; ", zh: "；" }[language]}${words[language]}`;
}
