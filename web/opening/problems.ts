import type { Problem } from "@/pipeline/problem.ts";
import type { BinaryKind } from "@/pipeline/table/binary_kind.ts";

const openWhat = {
  en: "Open a notebook or a pipeline of the workbench (.json), or a Jupyter notebook (.ipynb).",
  zh: "请打开本工作台的笔记本或流水线（.json），或 Jupyter 笔记本（.ipynb）。",
};

const saveInJupyter = {
  en: "Open it in Jupyter and save it again, then open that file here.",
  zh: "请在 Jupyter 中打开并重新保存，再在此处打开该文件。",
};

/** What can be wrong with a file that is to be opened. Nothing was made of it then. */
export const openingProblem = {
  empty: (file: string): Problem<"opening/empty"> => ({
    code: "opening/empty",
    message: { en: "Cannot open the file: it is empty.", zh: "无法打开该文件：文件为空。" },
    place: { file },
    hint: {
      en: "Check that it was saved or downloaded to its end.",
      zh: "请确认该文件已完整保存或下载。",
    },
  }),

  tooLarge: (file: string, limit: number): Problem<"opening/too-large"> => ({
    code: "opening/too-large",
    message: {
      en: `Cannot open the file: it is larger than ${limit / 2 ** 20} MiB.`,
      zh: `无法打开该文件：其大小超过 ${limit / 2 ** 20} MiB。`,
    },
    place: { file },
    hint: {
      en: "Of a Jupyter notebook, clear the outputs first: they are not taken over.",
      zh: "若为 Jupyter 笔记本，请先清除输出：输出不会被导入。",
    },
  }),

  binary: (file: string, { what }: BinaryKind): Problem<"opening/binary"> => ({
    code: "opening/binary",
    message: {
      en: `Cannot open the file: it is ${what.en}, not a notebook.`,
      zh: `无法打开该文件：它是${what.zh}，不是笔记本。`,
    },
    place: { file },
    hint: openWhat,
  }),

  notUtf8: (
    file: string,
    place: { readonly line: number; readonly column: number },
  ): Problem<"opening/not-utf-8"> => ({
    code: "opening/not-utf-8",
    message: {
      en: `Cannot read the file: line ${place.line}, column ${place.column} is not UTF-8.`,
      zh: `无法读取该文件：第 ${place.line} 行第 ${place.column} 列不是 UTF-8。`,
    },
    place: { file, line: place.line, column: place.column },
    hint: {
      en: "Open it in a text editor and save it as UTF-8.",
      zh: "请用文本编辑器打开，并另存为 UTF-8。",
    },
  }),

  tooDeep: (
    file: string,
    limit: number,
    place: { readonly line: number; readonly column: number },
  ): Problem<"opening/too-deep"> => ({
    code: "opening/too-deep",
    message: {
      en: `Cannot read the file: at line ${place.line}, column ${place.column} it is nested ` +
        `more than ${limit} deep.`,
      zh: `无法读取该文件：第 ${place.line} 行第 ${place.column} 列处嵌套超过 ${limit} 层。`,
    },
    place: { file, line: place.line, column: place.column },
    hint: openWhat,
  }),

  notJupyter: (file: string): Problem<"opening/not-jupyter"> => ({
    code: "opening/not-jupyter",
    message: {
      en: "Cannot read the file: it is JSON, but no Jupyter notebook, since it names no nbformat.",
      zh: "无法读取该文件：它是 JSON，但未注明 nbformat 版本，不是 Jupyter 笔记本。",
    },
    place: { file },
    hint: openWhat,
  }),

  jupyterVersion: (file: string, version: number): Problem<"opening/jupyter-version"> => ({
    code: "opening/jupyter-version",
    message: {
      en:
        `Cannot read the Jupyter notebook: it has nbformat ${version}, and this version reads 2, 3 and 4.`,
      zh: `无法读取该 Jupyter 笔记本：其 nbformat 版本为 ${version}，当前程序支持 2、3 和 4。`,
    },
    place: { file },
    hint: version > 4
      ? {
        en: "Update the workbench, or save the notebook in Jupyter as nbformat 4.",
        zh: "请升级工作台，或在 Jupyter 中将其保存为 nbformat 4。",
      }
      : saveInJupyter,
  }),

  noCells: (file: string, field: string): Problem<"opening/no-cells"> => ({
    code: "opening/no-cells",
    message: {
      en: `Cannot read the Jupyter notebook: its “${field}” is no list.`,
      zh: `无法读取该 Jupyter 笔记本：其“${field}”不是列表。`,
    },
    place: { file },
    hint: saveInJupyter,
  }),

  noOwn: (file: string): Problem<"opening/no-own-notebook"> => ({
    code: "opening/no-own-notebook",
    message: {
      en: "Cannot open it as a notebook of the workbench: the file holds none.",
      zh: "无法作为本工作台的笔记本打开：文件中没有这样的笔记本。",
    },
    place: { file },
    hint: {
      en: "Read it as a foreign notebook: what it shows becomes notes.",
      zh: "请按外来笔记本读取：其内容将成为笔记。",
    },
  }),
};
