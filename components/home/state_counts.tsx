import type { JSX } from "preact";
import type { Text } from "@/pipeline/problem.ts";
import type { NotebookOverview } from "@/web/api_schema.ts";
import { StateMark, type StateName } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { homeTexts } from "../texts_home.ts";

/** How the cells of a notebook stand: what wants attention first, else that all is well. */
export function StateCounts(
  { cells, states, lastRun }: Pick<NotebookOverview, "cells" | "states" | "lastRun">,
): JSX.Element {
  const language = useLanguage();
  if (cells === 0) return <span class="faint">{homeTexts.noCells[language]}</span>;
  const { fresh = 0, cached = 0, running = 0, waiting = 0, failed = 0, stale = 0 } = states;
  const ready = fresh + cached;
  const isInterrupted = lastRun?.state === "interrupted" && ready < cells && running === 0;
  const shown: readonly (readonly [StateName, number, (count: number) => Text])[] = [
    ["running", running, homeTexts.countRunning],
    ["failed", failed, homeTexts.countFailed],
    ["stale", stale, homeTexts.countStale],
    ["waiting", waiting, homeTexts.countWaiting],
    ["fresh", ready === cells && fresh > 0 ? ready : 0, homeTexts.allFresh],
    ["cached", cached === cells ? cached : 0, homeTexts.allCached],
  ];
  return (
    <span class="states">
      {isInterrupted && (
        <span class="state is-stale">
          <StateMark state="attention" />
          {homeTexts.interrupted[language]}
        </span>
      )}
      {shown.filter(([, count]) => count > 0).map(([state, count, words]) => (
        <span key={state} class={`state is-${state}`}>
          <StateMark state={state} />
          {words(count)[language]}
        </span>
      ))}
    </span>
  );
}
