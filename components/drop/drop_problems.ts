import { nameList } from "@/pipeline/name_list.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { BinaryKind } from "@/pipeline/table/binary_kind.ts";
import { cutName } from "../lists/shown_name.tsx";
import { bytesWords } from "../number_words.ts";

/** What can be wrong with what is dropped on a page. Nothing was sent anywhere then. */
export const dropProblems = {
  nothing: (): Problem<"drop/nothing"> => ({
    code: "drop/nothing",
    message: { en: "What was dropped is no file.", zh: "拖放的内容不是文件。" },
    place: {},
    hint: {
      en: "Save it to the disk first, then drop that file: CSV, TSV, Parquet or a notebook.",
      zh: "请先保存到磁盘，再拖放该文件：CSV、TSV、Parquet 或笔记本。",
    },
  }),

  folder: (name: string): Problem<"drop/folder"> => ({
    code: "drop/folder",
    message: {
      en: `“${cutName(name, 80)}” is a folder.`,
      zh: `“${cutName(name, 80)}”是文件夹。`,
    },
    place: {},
    hint: {
      en: "Open the folder and drop one file out of it: CSV, TSV, Parquet or a notebook.",
      zh: "请打开该文件夹，拖放其中的一个文件：CSV、TSV、Parquet 或笔记本。",
    },
  }),

  several: (names: readonly string[]): Problem<"drop/several"> => {
    const shown = nameList(names.map((name) => cutName(name, 40)));
    return {
      code: "drop/several",
      message: {
        en: `Several files were dropped at once: ${shown.en}.`,
        zh: `一次拖放了多个文件：${shown.zh}。`,
      },
      place: {},
      hint: {
        en: "Drop them one after the other: each is looked at before it is imported.",
        zh: "请逐个拖放：每个文件在导入前都会先供您查看。",
      },
    };
  },

  empty: (name: string): Problem<"drop/empty"> => ({
    code: "drop/empty",
    message: {
      en: `“${cutName(name, 80)}” is empty: it has 0 bytes.`,
      zh: `“${cutName(name, 80)}”是空文件：大小为 0 字节。`,
    },
    place: { file: name },
    hint: {
      en: "Check that its export has finished, and drop it again.",
      zh: "请确认该文件已导出完毕，然后重新拖放。",
    },
  }),

  tooLarge: (name: string, bytes: number, limit: number): Problem<"drop/too-large"> => ({
    code: "drop/too-large",
    message: {
      en: `“${cutName(name, 80)}” is too large: ${bytesWords(bytes)}, and this server takes ${
        bytesWords(limit)
      }.`,
      zh: `“${cutName(name, 80)}”过大：${bytesWords(bytes)}，而本服务器最多接收 ${
        bytesWords(limit)
      }。`,
    },
    place: { file: name },
    hint: {
      en: "Leave out rows or columns that are not needed, or save it as Parquet, which is smaller.",
      zh: "请去掉不需要的行或列，或另存为更小的 Parquet 文件。",
    },
  }),

  unreadable: (name: string): Problem<"drop/unreadable"> => ({
    code: "drop/unreadable",
    message: {
      en: `The browser cannot read “${cutName(name, 80)}”.`,
      zh: `浏览器无法读取“${cutName(name, 80)}”。`,
    },
    place: { file: name },
    hint: {
      en: "It may have been moved, changed or locked by another program. Drop it again.",
      zh: "该文件可能已被移动、修改或被其他程序占用。请重新拖放。",
    },
  }),

  noTable: (name: string, { what, hint }: BinaryKind): Problem<"drop/no-table"> => ({
    code: "drop/no-table",
    message: {
      en: `“${cutName(name, 80)}” is ${what.en}, not a table.`,
      zh: `“${cutName(name, 80)}”是${what.zh}，不是表格。`,
    },
    place: { file: name },
    hint,
  }),
};
