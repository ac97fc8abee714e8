import { nameList } from "../name_list.ts";
import type { Problem, Text } from "../problem.ts";

/** What can be wrong with a table file as a whole. What is wrong with one row is in `row_problems.ts`. */
export const tableProblem = {
  fileNotFound: (file: string): Problem<"table/file-not-found"> => ({
    code: "table/file-not-found",
    message: {
      en: "Cannot open the table: there is no such file.",
      zh: "无法打开数据表：文件不存在。",
    },
    place: { file },
    hint: { en: "Check the path and its spelling.", zh: "请检查路径及其拼写。" },
  }),

  isFolder: (file: string): Problem<"table/is-folder"> => ({
    code: "table/is-folder",
    message: {
      en: "Cannot open the table: the path is a folder.",
      zh: "无法打开数据表：该路径是一个文件夹。",
    },
    place: { file },
    hint: { en: "Name a file inside it.", zh: "请指定该文件夹中的某个文件。" },
  }),

  notAFile: (file: string): Problem<"table/not-a-file"> => ({
    code: "table/not-a-file",
    message: {
      en: "Cannot open the table: the path is a device or a pipe, not a file.",
      zh: "无法打开数据表：该路径是设备或管道，而不是文件。",
    },
    place: { file },
    hint: { en: "Save the data to a file first.", zh: "请先将数据保存为文件。" },
  }),

  noPermission: (file: string): Problem<"table/no-permission"> => ({
    code: "table/no-permission",
    message: {
      en: "Cannot open the table: reading it is not allowed.",
      zh: "无法打开数据表：没有读取权限。",
    },
    place: { file },
    hint: {
      en: "Give yourself the right to read the file, or copy it to a place you may read.",
      zh: "请为该文件授予读取权限，或将其复制到可读取的位置。",
    },
  }),

  unreadable: (file: string, detail: string): Problem<"table/unreadable"> => ({
    code: "table/unreadable",
    message: {
      en: `Cannot read the table: ${detail}.`,
      zh: `无法读取数据表：${detail}。`,
    },
    place: { file },
    hint: {
      en: "Check the disk or copy the file again from its origin.",
      zh: "请检查磁盘，或从来源重新复制该文件。",
    },
  }),

  emptyFile: (file: string): Problem<"table/empty-file"> => ({
    code: "table/empty-file",
    message: {
      en: "Cannot read the table: the file is empty.",
      zh: "无法读取数据表：文件为空。",
    },
    place: { file },
    hint: {
      en: "Export the data again; the first line must name the columns.",
      zh: "请重新导出数据；首行应为列名。",
    },
  }),

  noRows: (file: string): Problem<"table/no-rows"> => ({
    code: "table/no-rows",
    message: {
      en: "Cannot use the table: it has columns but no rows.",
      zh: "无法使用该数据表：只有列名，没有数据行。",
    },
    place: { file },
    hint: {
      en: "Add rows. If the first line holds data, say that there is no header.",
      zh: "请补充数据行。如果首行就是数据，请指定“没有表头”。",
    },
  }),

  notATable: (file: string, what: Text, hint: Text): Problem<"table/not-a-table"> => ({
    code: "table/not-a-table",
    message: {
      en: `Cannot read the table: the file is ${what.en}, not CSV or Parquet.`,
      zh: `无法读取数据表：该文件是${what.zh}，不是 CSV 或 Parquet。`,
    },
    place: { file },
    hint,
  }),

  /** @param rows How many rows were read; there may be more. */
  everyRowBad: (file: string, rows: number, first: Problem): Problem<"table/every-row-bad"> => ({
    code: "table/every-row-bad",
    message: {
      en: rows === 1
        ? `Cannot use the table: its only row is bad. ${first.message.en}`
        : `Cannot use the table: none of the ${rows} rows read is good. The first: ${first.message.en}`,
      zh: rows === 1
        ? `无法使用该数据表：唯一的一行有问题。${first.message.zh}`
        : `无法使用该数据表：已读取的 ${rows} 行全部有问题。首个问题：${first.message.zh}`,
    },
    place: first.place.file === undefined ? { ...first.place, file } : first.place,
    hint: {
      en: "Look at that line. When the whole file was understood wrongly, say its delimiter, " +
        "encoding or decimal sign, or whether it has a header.",
      zh: "请查看该行。如果整个文件的格式判断有误，请指定分隔符、编码、小数点符号或是否有表头。",
    },
  }),

  badHeader: (file: string, line: number, reason: Problem): Problem<"table/bad-header"> => ({
    code: "table/bad-header",
    message: {
      en: `Cannot read the column names. ${reason.message.en}`,
      zh: `无法读取列名。${reason.message.zh}`,
    },
    place: { ...reason.place, file, line },
    hint: reason.hint,
  }),

  brokenParquet: (file: string, detail: Text): Problem<"table/broken-parquet"> => ({
    code: "table/broken-parquet",
    message: {
      en: `Cannot read the Parquet file: ${detail.en}.`,
      zh: `无法读取 Parquet 文件：${detail.zh}。`,
    },
    place: { file },
    hint: {
      en: "It may have been cut off while it was copied: copy or export it again.",
      zh: "文件可能在复制时被截断：请重新复制或重新导出。",
    },
  }),

  notWritable: (file: string, detail: string): Problem<"table/not-writable"> => ({
    code: "table/not-writable",
    message: {
      en: `Cannot write the table: ${detail}.`,
      zh: `无法写入数据表：${detail}。`,
    },
    place: { file },
    hint: {
      en: "Check that the folder exists, that you may write to it and that the disk is not full.",
      zh: "请检查文件夹是否存在、是否有写权限以及磁盘是否已满。",
    },
  }),

  nestedColumns: (names: readonly string[]): Problem<"table/nested-columns"> => ({
    code: "table/nested-columns",
    message: {
      en: `Cannot make a table: these columns hold lists, structs or bytes: ${nameList(names).en}.`,
      zh: `无法生成数据表：以下列包含列表、结构体或字节：${nameList(names).zh}。`,
    },
    place: {},
    hint: {
      en: "Give one number, text, time or true/false in each cell, or leave these columns out.",
      zh: "每个单元格只能是一个数值、文本、时间或布尔值，或去掉这些列。",
    },
  }),

  unknownEncoding: (name: string): Problem<"table/unknown-encoding"> => ({
    code: "table/unknown-encoding",
    message: {
      en: `Cannot read the table: there is no encoding named "${name}".`,
      zh: `无法读取数据表：没有名为“${name}”的编码。`,
    },
    place: { param: "encoding" },
    hint: {
      en: "Use a name such as utf-8, gb18030, gbk, big5, utf-16le, windows-1252 or shift_jis.",
      zh: "请使用 utf-8、gb18030、gbk、big5、utf-16le、windows-1252 或 shift_jis 等名称。",
    },
  }),

  badOption: (param: string, value: string, allowed: Text): Problem<"table/bad-option"> => ({
    code: "table/bad-option",
    message: {
      en: `Cannot read the table with ${param} "${value}": it must be ${allowed.en}.`,
      zh: `无法按 ${param}“${value}”读取数据表：应为${allowed.zh}。`,
    },
    place: { param },
    hint: {
      en: `Leave ${param} out to let the reader guess it from the file.`,
      zh: `可省略 ${param}，由程序根据文件内容判断。`,
    },
  }),
};
