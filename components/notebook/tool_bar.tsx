import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { StateName } from "../icon.tsx";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { later } from "../later.tsx";
import { Menu } from "../menu.tsx";
import { notebookTexts } from "../texts_notebook.ts";
import { useNotebook } from "./context.ts";
import { HistoryButtons } from "./history_buttons.tsx";
import { RunRemaining } from "./run_remaining.tsx";
import { SaveWords } from "./save_words.tsx";
import { TitleField } from "./title_field.tsx";

const ComparisonDialog = later(async () =>
  (await import("../comparison/comparison_dialog.tsx")).ComparisonDialog
);

/** What belongs to the whole notebook: title, saving, undo, runs, the rest in a menu. */
export function ToolBar(): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const counts = stateCounts(
    open.structure.value.cells.map(({ id }) => open.live(id).value.state.state),
  );
  const stale = counts.stale + counts.failed;
  const isRunning = open.run.value !== null;
  const [isComparing, setComparing] = useState(false);
  return (
    <section class="tool-bar" aria-label={notebookTexts.notebook[language]}>
      <TitleField />
      <SaveWords />
      <HistoryButtons />
      <span class="push small dim wide-only" role="status">{countsWords(counts, language)}</span>
      <RunRemaining />
      {isRunning
        ? (
          <button type="button" class="button push-narrow" onClick={() => void open.cancel()}>
            <Icon name="stop" />
            {notebookTexts.cancelAll[language]}
          </button>
        )
        : (
          <button
            type="button"
            class="button push-narrow"
            disabled={stale === 0}
            title={stale === 0 ? notebookTexts.nothingStale[language] : undefined}
            onClick={() => void open.runCells("stale")}
          >
            <Icon name="run" />
            {notebookTexts.runStale[language]} <span class="faint">{stale}</span>
          </button>
        )}
      <button
        type="button"
        class="button not-narrow"
        disabled={isRunning || open.structure.value.cells.length === 0}
        onClick={() => void open.runCells("all")}
      >
        {notebookTexts.runAll[language]}
      </button>
      <Menu
        label={notebookTexts.more[language]}
        items={[
          {
            label: notebookTexts.runAll[language],
            icon: "run",
            isDisabled: isRunning,
            onChoose: () => void open.runCells("all"),
          },
          {
            label: notebookTexts.compareRuns[language],
            icon: "chart",
            onChoose: () => setComparing(true),
          },
          {
            label: notebookTexts.downloadNotebook[language],
            icon: "download",
            href: `/api/notebooks/${open.id}/file`,
          },
        ]}
      />
      {isComparing && <ComparisonDialog open={open} onClose={() => setComparing(false)} />}
    </section>
  );
}

type Counts = Readonly<Record<StateName, number>>;

function stateCounts(states: readonly StateName[]): Counts {
  const count = (state: StateName): number => states.filter((each) => each === state).length;
  return {
    fresh: count("fresh"),
    cached: count("cached"),
    running: count("running"),
    waiting: count("waiting"),
    stale: count("stale"),
    failed: count("failed"),
    ok: 0,
    attention: 0,
    unknown: 0,
  };
}

function countsWords(counts: Counts, language: "en" | "zh"): string {
  const { countRunning, countWaiting, countFailed, countFresh } = notebookTexts;
  return [
    { count: counts.running, words: countRunning },
    { count: counts.stale + counts.waiting, words: countWaiting },
    { count: counts.failed, words: countFailed },
    { count: counts.fresh + counts.cached, words: countFresh },
  ].filter(({ count }) => count > 0)
    .map(({ count, words }) => words(count)[language])
    .join(" · ");
}
