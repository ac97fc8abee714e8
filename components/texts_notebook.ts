import type { Text } from "@/pipeline/problem.ts";

/** The words of a notebook's page. */
export const notebookTexts = {
  needsScripts: {
    en: "This page reads without JavaScript; changing and running cells needs it.",
    zh: "不启用 JavaScript 也可以阅读本页；修改和运行单元需要启用它。",
  },
  notebook: { en: "Notebook", zh: "笔记本" },
  untitled: { en: "Untitled notebook", zh: "未命名笔记本" },
  rename: { en: "Rename the notebook", zh: "重命名笔记本" },
  titleOfNotebook: { en: "Title of the notebook", zh: "笔记本标题" },
  undo: { en: "Undo", zh: "撤销" },
  redo: { en: "Redo", zh: "重做" },
  runStale: { en: "Run stale", zh: "运行过期单元" },
  runAll: { en: "Run all", zh: "全部运行" },
  cancelAll: { en: "Cancel", zh: "取消运行" },
  nothingStale: { en: "Nothing is stale", zh: "没有过期的单元" },
  more: { en: "More", zh: "更多" },
  compareRuns: { en: "Compare runs", zh: "比较运行" },

  saved: (time: string, revision: number): Text => ({
    en: `saved ${time}, revision ${revision}`,
    zh: `${time} 已保存，第 ${revision} 版`,
  }),
  unsaved: { en: "saving …", zh: "正在保存……" },
  offline: { en: "not saved yet, trying again", zh: "尚未保存，正在重试" },
  refused: { en: "not saved", zh: "未能保存" },
  connectionLost: { en: "Connection lost, trying again.", zh: "连接已断开，正在重试。" },
  connectionLostWhat: {
    en:
      "What you change now is kept in this browser, even if you close the tab, and saved once the server answers.",
    zh: "您现在的修改会保存在本浏览器中（关闭标签页也不会丢失），待服务器恢复后自动保存。",
  },

  interrupted: {
    en: "The server ended during the last run. What was finished is kept.",
    zh: "上次运行期间服务器已终止，已完成的结果均已保留。",
  },
  continueRun: { en: "Continue the run", zh: "继续运行" },

  cells: { en: "Cells", zh: "单元" },
  marks: { en: "What the marks mean", zh: "标记含义" },
  markFresh: { en: "fresh: up to date", zh: "最新：结果有效" },
  markCached: { en: "cached: same inputs as before", zh: "缓存：输入与之前相同" },
  markRunning: { en: "running", zh: "运行中" },
  markWaiting: { en: "waits for another cell", zh: "等待其他单元" },
  markStale: { en: "stale: an input changed", zh: "过期：输入已改变" },
  markFailed: { en: "failed: says why", zh: "失败：附有原因" },

  fresh: (seconds: string): Text => ({ en: `fresh, ${seconds}`, zh: `最新，${seconds}` }),
  cached: (time: string): Text => ({ en: `cached, ${time}`, zh: `缓存，${time}` }),
  running: (percent: string): Text => ({ en: `running, ${percent}`, zh: `运行中，${percent}` }),
  runningPlain: { en: "running", zh: "运行中" },
  waitsForTurn: { en: "waits for its turn", zh: "排队等待" },
  waitsFor: (cells: string): Text => ({ en: `waits for ${cells}`, zh: `等待${cells}` }),
  staleSince: (time: string): Text => ({ en: `stale since ${time}`, zh: `${time} 起过期` }),
  stale: { en: "stale", zh: "过期" },
  notRun: { en: "not run yet", zh: "尚未运行" },
  failedAt: (time: string): Text => ({ en: `failed ${time}`, zh: `${time} 失败` }),
  failed: { en: "failed", zh: "失败" },
  waiting: { en: "waiting", zh: "等待" },
  cachedWord: { en: "cached", zh: "缓存" },
  freshWord: { en: "fresh", zh: "最新" },
  cellsOf: (numbers: string, count: number): Text => ({
    en: `${count === 1 ? "cell" : "cells"} ${numbers}`,
    zh: `单元 ${numbers} `,
  }),
  countRunning: (count: number): Text => ({ en: `${count} running`, zh: `${count} 个运行中` }),
  countWaiting: (count: number): Text => ({
    en: `${count} stale or waiting`,
    zh: `${count} 个过期或等待`,
  }),
  countFailed: (count: number): Text => ({ en: `${count} failed`, zh: `${count} 个失败` }),
  countFresh: (count: number): Text => ({ en: `${count} fresh`, zh: `${count} 个最新` }),

  reads: { en: "reads", zh: "读取" },
  readsNothing: { en: "nothing yet", zh: "暂无" },
  readsNone: { en: "nothing", zh: "无" },
  inputOf: (cell: string): Text => ({ en: `Input of ${cell}`, zh: `${cell}的输入` }),
  goneCell: (id: string): Text => ({ en: `${id} (gone)`, zh: `${id}（已不存在）` }),
  cellNumber: (number: number, title: string): Text => ({
    en: `cell ${number}, ${title}`,
    zh: `单元 ${number} ${title}`,
  }),
  runCell: (cell: string): Text => ({ en: `Run ${cell}`, zh: `运行${cell}` }),
  cancelCell: { en: "Cancel", zh: "取消" },
  moreOfCell: (cell: string): Text => ({ en: `More for ${cell}`, zh: `${cell}的更多操作` }),
  settingsOf: (cell: string): Text => ({ en: `Settings of ${cell}`, zh: `${cell}的设置` }),
  edit: { en: "Edit", zh: "编辑" },
  done: { en: "Done", zh: "完成" },
  emptyNote: { en: "An empty note.", zh: "空笔记。" },
  fold: { en: "Fold", zh: "折叠" },
  unfold: { en: "Unfold", zh: "展开" },
  moveUp: { en: "Move up", zh: "上移" },
  moveDown: { en: "Move down", zh: "下移" },
  duplicate: { en: "Duplicate", zh: "创建副本" },
  delete: { en: "Delete", zh: "删除" },
  deleted: (title: string): Text => ({ en: `Deleted “${title}”.`, zh: `已删除“${title}”。` }),
  unknownKind: (kind: string): Text => ({ en: `Unknown: ${kind}`, zh: `未知：${kind}` }),

  results: { en: "Results", zh: "结果" },
  figures: { en: "Figures", zh: "图表" },
  noResult: {
    en: "No result yet. Run the cell to see one.",
    zh: "尚无结果，运行该单元即可看到。",
  },
  notices: (count: number): Text => ({
    en: count === 1 ? "1 notice" : `${count} notices`,
    zh: `${count} 条提示`,
  }),
  moreNotices: (count: number): Text => ({ en: `${count} more`, zh: `另有 ${count} 条` }),

  addCell: { en: "Add a cell", zh: "添加单元" },
  addCellAfter: (number: number): Text => ({
    en: `Add a cell after ${number}`,
    zh: `在单元 ${number} 之后添加`,
  }),
  addCellFirst: { en: "Add a cell at the top", zh: "在最前面添加单元" },
  closePalette: { en: "Close the palette", zh: "关闭选单" },
  add: { en: "add", zh: "添加" },
  close: { en: "close", zh: "关闭" },
  problemAt: (place: string): Text => ({ en: `At ${place}.`, zh: `位置：${place}。` }),
  emptyNotebook: {
    en: "This notebook has no cells yet. Begin with a table: import a file, or simulate a cluster.",
    zh: "此笔记本还没有单元。请先准备一张表：导入文件或模拟集群。",
  },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;

/** The groups of the palette, in their order. */
export const groupTexts = {
  data: { en: "Data", zh: "数据" },
  preprocess: { en: "Prepare", zh: "预处理" },
  select: { en: "Select", zh: "特征选择" },
  train: { en: "Train", zh: "训练" },
  judge: { en: "Judge", zh: "评估" },
  diagnose: { en: "Diagnose", zh: "诊断" },
  look: { en: "Look", zh: "查看" },
  write: { en: "Write", zh: "书写" },
} as const satisfies Record<string, Text>;

/** What flows along wires. */
export const valueTexts = {
  table: { en: "a table or other rows", zh: "表格或其他数据行" },
  prepared: { en: "a table", zh: "表格" },
  model: { en: "a model", zh: "模型" },
  evaluation: { en: "an evaluation", zh: "评估结果" },
  diagnosis: { en: "a diagnosis", zh: "诊断结果" },
} as const satisfies Record<string, Text>;
