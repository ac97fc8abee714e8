import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { showCommands } from "@/islands/commands.ts";
import type { Language } from "@/web/language.ts";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { later } from "../later.tsx";
import { Menu } from "../menu.tsx";
import { notebookTexts } from "../texts_notebook.ts";
import { pageTexts } from "../texts_page.ts";
import { isNote } from "./cell_names.ts";
import { useNotebook } from "./context.ts";
import { DownloadMenu } from "./download_menu.tsx";
import { HistoryButtons } from "./history_buttons.tsx";
import { RunButtons } from "./run_buttons.tsx";
import { SaveWords } from "./save_words.tsx";
import { TitleField } from "./title_field.tsx";

const ComparisonDialog = later(async () =>
  (await import("../comparison/comparison_dialog.tsx")).ComparisonDialog
);

type State = LiveCell["state"]["state"];

/** What belongs to the whole notebook: title, saving, undo, runs, the rest in a menu. */
export function ToolBar(): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const { cells } = open.structure.value;
  const states = cells.filter(({ kind }) => !isNote(open.kinds.get(kind)))
    .map(({ id }) => open.live(id).value.state.state);
  const stale = states.filter((state) => state === "stale" || state === "failed").length;
  const isRunning = open.run.value !== null;
  const [isComparing, setComparing] = useState(false);
  return (
    <section class="tool-bar" aria-label={notebookTexts.notebook[language]}>
      <TitleField />
      <SaveWords />
      <HistoryButtons />
      <span class="push small dim counts" role="status">{countsWords(states, language)}</span>
      <button
        type="button"
        class="icon-button narrow-only"
        aria-label={pageTexts.showOutline[language]}
        title={pageTexts.showOutline[language]}
        onClick={() => open.panel.value = "outline"}
      >
        <Icon name="outline" />
      </button>
      <RunButtons stale={stale} />
      <button
        type="button"
        class="button not-narrow"
        disabled={isRunning || cells.length === 0}
        onClick={() => void open.runCells("all")}
      >
        {notebookTexts.runAll[language]}
      </button>
      <DownloadMenu />
      <Menu
        label={notebookTexts.more[language]}
        items={[
          {
            label: notebookTexts.runAll[language],
            icon: "run",
            isDisabled: isRunning || cells.length === 0,
            onChoose: () => void open.runCells("all"),
          },
          {
            label: notebookTexts.compareRuns[language],
            icon: "chart",
            onChoose: () => setComparing(true),
          },
          {
            label: pageTexts.revisions[language],
            icon: "history",
            onChoose: () => open.panel.value = "revisions",
          },
          {
            label: pageTexts.commands[language],
            icon: "search",
            onChoose: () => showCommands("palette"),
          },
          {
            label: pageTexts.shortcuts[language],
            icon: "keyboard",
            onChoose: () => showCommands("shortcuts"),
          },
        ]}
      />
      {isComparing && <ComparisonDialog open={open} onClose={() => setComparing(false)} />}
    </section>
  );
}

function countsWords(states: readonly State[], language: Language): string {
  const count = (...wanted: readonly State[]): number =>
    states.filter((state) => wanted.includes(state)).length;
  return [
    { count: count("running"), words: notebookTexts.countRunning },
    { count: count("waiting"), words: pageTexts.countWaiting },
    { count: count("stale"), words: pageTexts.countStale },
    { count: count("failed"), words: notebookTexts.countFailed },
    { count: count("fresh", "cached"), words: notebookTexts.countFresh },
  ].filter(({ count }) => count > 0)
    .map(({ count, words }) => words(count)[language])
    .join(" · ");
}
