import { type Command, type CommandGroup, showCommands } from "@/islands/commands.ts";
import { addCell } from "@/islands/notebook/edits.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import type { Text } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import type { IconName } from "../icon.tsx";
import { cellTexts } from "../texts_cell.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { pageTexts } from "../texts_page.ts";
import { type CellAction, focusCell, performAction } from "./cell_actions.ts";
import { titleOf } from "./cell_names.ts";
import { downloadsOf } from "./downloads_of.ts";
import { takeDownload } from "./take_download.tsx";
import { kindIcon } from "./kind_icon.ts";
import { savePipeline, trains } from "./save_pipeline.ts";
import { stepTitle } from "./step_back.ts";
import { synonyms } from "./palette_synonyms.ts";
import { takeStep } from "./take_step.ts";

const groupTexts = {
  cell: (cell: Text): Text => ({ en: `This cell: ${cell.en}`, zh: `当前单元：${cell.zh}` }),
  notebook: { en: "Notebook", zh: "笔记本" },
  downloads: { en: "Download", zh: "下载" },
  cells: { en: "Go to a cell", zh: "转到单元" },
  add: { en: "Add a cell", zh: "添加单元" },
};

const actionTexts = {
  run: { en: "Run", zh: "运行" },
  addAbove: { en: "Add a cell above", zh: "在上方添加单元" },
  addBelow: { en: "Add a cell below", zh: "在下方添加单元" },
  addKind: (title: Text): Text => ({ en: `Add ${title.en}`, zh: `添加“${title.zh}”` }),
};

/** What can be done in an open notebook. */
export async function notebookCommands(
  open: OpenNotebook,
  language: Language,
): Promise<CommandGroup[]> {
  return [
    cellCommands(open, language),
    wholeCommands(open, language),
    await downloadCommands(open, language),
    cellPlaces(open),
    additions(open),
  ]
    .flat();
}

/** What can be taken away of it. */
async function downloadCommands(open: OpenNotebook, language: Language): Promise<CommandGroup[]> {
  const downloads = await downloadsOf(open, language);
  return [{
    title: groupTexts.downloads,
    commands: downloads.map((download) => ({
      id: `download ${download.address}`,
      label: download.label,
      words: "download export save 下载 导出 保存",
      icon: "download",
      run: () => void takeDownload(open, download, language),
    })),
  }];
}

/** What can be done with the cell that is read. */
function cellCommands(open: OpenNotebook, language: Language): CommandGroup[] {
  const { cells } = open.structure.value;
  const index = cells.findIndex(({ id }) => id === open.current.value);
  const cell = cells[index];
  if (cell === undefined) return [];
  const { id } = cell;
  const isFolded = open.folding.cells.value.has(id);
  const act = (action: CellAction, label: Text, icon: IconName, keys?: string): Command => ({
    id: `cell ${action}`,
    label,
    icon,
    ...(keys === undefined ? {} : { keys }),
    run: () => {
      document.getElementById(id)?.focus({ preventScroll: true });
      performAction(open, action, language);
    },
  });
  return [{
    title: groupTexts.cell(cellName(open, index)),
    commands: [
      act("run", actionTexts.run, "run", "Ctrl Enter"),
      act("edit", notebookTexts.edit, "edit", "Enter"),
      act(
        "fold",
        notebookTexts[isFolded ? "unfold" : "fold"],
        isFolded ? "expand" : "collapse",
        "o",
      ),
      act("addAbove", actionTexts.addAbove, "add", "a"),
      act("addBelow", actionTexts.addBelow, "add", "b"),
      act("moveUp", notebookTexts.moveUp, "up", "Alt ↑"),
      act("moveDown", notebookTexts.moveDown, "down", "Alt ↓"),
      act("duplicate", notebookTexts.duplicate, "copy", "Shift D"),
      act("delete", notebookTexts.delete, "remove", "d d"),
    ],
  }];
}

/** What can be done with all of it. */
function wholeCommands(open: OpenNotebook, language: Language): CommandGroup[] {
  const { undo, redo } = open.historySteps.value;
  const isRunning = open.run.value !== null;
  const { cells } = open.structure.value;
  const trained = cells.filter(({ kind }) => trains(open, kind));
  const pipeline = trained.find(({ id }) => id === open.current.value) ?? trained.at(-1);
  const commands: (Command | false)[] = [
    !isRunning && {
      id: "run stale",
      label: notebookTexts.runStale,
      icon: "run",
      keys: "r",
      run: () => void open.runCells("stale"),
    },
    !isRunning && {
      id: "run all",
      label: notebookTexts.runAll,
      icon: "run",
      run: () => void open.runCells("all"),
    },
    isRunning && {
      id: "cancel",
      label: notebookTexts.cancelAll,
      words: "stop interrupt 停止 中断",
      icon: "stop",
      keys: "i i",
      run: () => void open.cancel(),
    },
    undo !== undefined && {
      id: "undo",
      label: both((each) => stepTitle(open, "undo", each)),
      icon: "undo",
      keys: "Ctrl Z",
      run: () => void takeStep(open, "undo", language),
    },
    redo !== undefined && {
      id: "redo",
      label: both((each) => stepTitle(open, "redo", each)),
      icon: "redo",
      keys: "Ctrl Shift Z",
      run: () => void takeStep(open, "redo", language),
    },
    {
      id: "revisions",
      label: pageTexts.revisions,
      words: "history versions compare restore 历史 比较 恢复",
      icon: "history",
      run: () => open.panel.value = "revisions",
    },
    {
      id: "rename",
      label: notebookTexts.rename,
      words: "title 标题",
      icon: "edit",
      run: () => document.querySelector<HTMLElement>(".tool-bar .rename")?.click(),
    },
    {
      id: "fold all",
      label: cellTexts.foldAll,
      icon: "collapse",
      run: () => open.folding.set(cells.map(({ id }) => id)),
    },
    {
      id: "unfold all",
      label: cellTexts.unfoldAll,
      icon: "expand",
      run: () => open.folding.set([]),
    },
    pipeline !== undefined && {
      id: "save pipeline",
      label: cellTexts.savePipeline,
      words: "reuse recipe steps learner export 复用 配方 步骤 导出",
      icon: "pipeline",
      run: () => savePipeline(open, pipeline.id, language),
    },
    {
      id: "shortcuts",
      label: pageTexts.shortcuts,
      icon: "keyboard",
      keys: "?",
      run: () => showCommands("shortcuts"),
    },
  ];
  return [{ title: groupTexts.notebook, commands: commands.filter((each) => each !== false) }];
}

/** The cells, to go to one. */
function cellPlaces(open: OpenNotebook): CommandGroup[] {
  return [{
    title: groupTexts.cells,
    commands: open.structure.value.cells.map(({ id, kind }, index) => ({
      id: `go ${id}`,
      label: cellName(open, index),
      words: `${id} go to 转到`,
      icon: kindIcon(open.kinds.get(kind)),
      run: () => focusCell(id),
    })),
  }];
}

/** The kinds of cells, to add one below the cell that is read. */
function additions(open: OpenNotebook): CommandGroup[] {
  const { cells } = open.structure.value;
  const index = cells.findIndex(({ id }) => id === open.current.value);
  const place = index === -1 ? cells.length : index + 1;
  return [{
    title: groupTexts.add,
    commands: [...open.kinds.values()].map((kind) => ({
      id: `add ${kind.kind}`,
      label: actionTexts.addKind(kind.title),
      words: `${kind.summary.en} ${kind.summary.zh} ${synonyms[kind.kind] ?? ""}`,
      icon: kindIcon(kind),
      run: () => {
        open.edit((before) => addCell(before, kind.kind, place), `add ${place}`);
        const id = open.structure.value.cells[place]?.id;
        requestAnimationFrame(() => focusCell(id));
      },
    })),
  }];
}

function cellName(open: OpenNotebook, index: number): Text {
  const cell = open.structure.value.cells[index];
  return both((language) =>
    cell === undefined ? "" : `${index + 1} ${titleOf(open, cell, language)}`
  );
}

function both(words: (language: Language) => string): Text {
  return { en: words("en"), zh: words("zh") };
}
