import type { Text } from "@/pipeline/problem.ts";

/** The words of the dialog that says what a file from elsewhere will do. */
export const openingTexts = {
  cannotOpen: { en: "This file cannot be opened", zh: "无法打开此文件" },
  openNotebook: (title: string): Text => ({ en: `Open “${title}”?`, zh: `打开“${title}”？` }),
  keepPipelineTitle: (name: string): Text => ({
    en: `Keep the pipeline “${name}”?`,
    zh: `保存流水线“${name}”？`,
  }),
  untitled: { en: "Untitled notebook", zh: "未命名笔记本" },
  whatItDoes: { en: "What is in the file", zh: "文件内容" },

  isNotebook: (format: string): Text => ({
    en: `Notebook of the workbench, format ${format}`,
    zh: `工作台笔记本，格式版本 ${format}`,
  }),
  isJupyter: (version: string): Text => ({
    en: `Jupyter notebook, nbformat ${version}`,
    zh: `Jupyter 笔记本，nbformat ${version}`,
  }),
  isPipeline: (version: string): Text => ({
    en: `Pipeline, format ${version}`,
    zh: `流水线，格式版本 ${version}`,
  }),

  nothingRuns: {
    en: "Nothing has been stored or run yet.",
    zh: "目前尚未保存或运行任何内容。",
  },
  cellsInAll: (count: string): Text => ({ en: `${count} cells`, zh: `${count} 个单元` }),
  oneCell: { en: "1 cell", zh: "1 个单元" },
  noCells: { en: "no cells", zh: "没有单元" },
  costlyCells: (count: string): Text => ({
    en: `${count} of them may take long`,
    zh: `其中 ${count} 个可能耗时较长`,
  }),
  oneCostlyCell: { en: "one of them may take long", zh: "其中 1 个可能耗时较长" },
  cells: { en: "Cells", zh: "单元" },
  takesLong: { en: "may take long", zh: "可能耗时较长" },
  unknownKind: { en: "unknown kind", zh: "未知类型" },
  moreCells: (count: string): Text => ({ en: `and ${count} more`, zh: `以及另外 ${count} 个` }),

  code: { en: "Code", zh: "代码" },
  codeWarning: {
    en:
      "Somebody else wrote this code. It runs with no permissions, so that it reaches no file and " +
      "no network, and only when you press Run. Read it first.",
    zh: "以下代码由他人编写。它在无任何权限的环境中运行，无法访问文件和网络，" +
      "且仅在您点击运行后才会执行。请先阅读。",
  },
  codeOfCell: (cell: string, language: string): Text => ({
    en: `${language} in the cell ${cell}`,
    zh: `单元 ${cell} 中的 ${language}`,
  }),

  files: { en: "Files it needs", zh: "所需文件" },
  isHere: { en: "here", zh: "已有" },
  isMissing: { en: "missing", zh: "缺失" },
  howToGive: {
    en:
      "Open the notebook, then choose a file in the cell’s field “File”. If you have the very file, " +
      "import it on the first page: a cell finds it by its content.",
    zh: "打开笔记本后，请在单元的“文件”栏中选择文件。若您有完全相同的文件，" +
      "可在首页导入，单元会按内容自动找到它。",
  },
  usedBy: (cells: string): Text => ({ en: `for ${cells}`, zh: `用于 ${cells}` }),

  problems: { en: "What is wrong", zh: "存在的问题" },
  problemsStay: {
    en: "These cells are kept as they are, but do not run until they are put right; the others do.",
    zh: "这些单元会原样保留，但在修正之前不会运行；其他单元不受影响。",
  },

  steps: { en: "Steps", zh: "步骤" },
  noSteps: { en: "None but those that the learner brings.", zh: "仅使用学习算法自带的步骤。" },
  learner: { en: "Learner", zh: "学习算法" },
  features: { en: "Features", zh: "特征列" },
  label: { en: "Label column", zh: "标签列" },
  leftOut: { en: "Left out when it was saved", zh: "保存时未包含的内容" },
  pipelineWaits: {
    en: "A pipeline is a recipe without data: it learns only when it is applied to a dataset.",
    zh: "流水线是不含数据的处理方案：仅在应用于数据集时才进行训练。",
  },

  readForeign: {
    en: "Read it as a foreign notebook: what Jupyter shows becomes notes",
    zh: "按外来笔记本读取：Jupyter 中显示的内容将成为笔记",
  },
  readOwn: {
    en: "Read the notebook of the workbench that lies in the file",
    zh: "读取文件中保存的工作台笔记本",
  },

  cancel: { en: "Cancel", zh: "取消" },
  close: { en: "Close", zh: "关闭" },
  open: { en: "Open", zh: "打开" },
  openAndRun: { en: "Open and run", zh: "打开并运行" },
  keepPipeline: { en: "Keep the pipeline", zh: "保存流水线" },

  held: {
    en: "This notebook came from a file and holds code that somebody else wrote: ",
    zh: "此笔记本来自文件，包含他人编写的代码：",
  },
  heldWhat: {
    en: "Nothing in it runs by itself until you run something. Read the code first.",
    zh: "在您运行之前，其中任何内容都不会自动运行。请先阅读代码。",
  },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
