import type { Text } from "../problem.ts";

/** What a file is that is no text, and what its owner can do. */
export interface BinaryKind {
  readonly what: Text;
  readonly hint: Text;
}

const exportAsCsv: Text = {
  en: "Export the table as CSV (UTF-8) or Parquet.",
  zh: "请将表格导出为 CSV（UTF-8）或 Parquet。",
};

const saveAsCsv: Text = {
  en: 'Open it in the spreadsheet program and save the sheet as "CSV UTF-8".',
  zh: "请用电子表格软件打开，并将工作表另存为“CSV UTF-8”。",
};

const unpack: Text = {
  en: "Unpack it and use the CSV or Parquet file inside.",
  zh: "请先解压，再使用其中的 CSV 或 Parquet 文件。",
};

/** First bytes of well-known formats, in Latin-1. */
const signatures: readonly (readonly [start: string, what: Text, hint: Text])[] = [
  ["PK\x03\x04", {
    en: "a ZIP archive or an Excel workbook (.xlsx)",
    zh: " ZIP 压缩包或 Excel 工作簿（.xlsx）",
  }, saveAsCsv],
  [
    "\xD0\xCF\x11\xE0",
    { en: "an old Excel workbook (.xls)", zh: "旧版 Excel 工作簿（.xls）" },
    saveAsCsv,
  ],
  ["\x1F\x8B", { en: "a gzip archive", zh: " gzip 压缩文件" }, unpack],
  ["BZh91AY&SY", { en: "a bzip2 archive", zh: " bzip2 压缩文件" }, unpack],
  ["\x28\xB5\x2F\xFD", { en: "a Zstandard archive", zh: " Zstandard 压缩文件" }, unpack],
  ["\xFD7zXZ", { en: "an xz archive", zh: " xz 压缩文件" }, unpack],
  ["7z\xBC\xAF", { en: "a 7-Zip archive", zh: " 7-Zip 压缩包" }, unpack],
  ["\x89PNG", { en: "a PNG picture", zh: " PNG 图片" }, exportAsCsv],
  ["\xFF\xD8\xFF", { en: "a JPEG picture", zh: " JPEG 图片" }, exportAsCsv],
  ["GIF89a", { en: "a GIF picture", zh: " GIF 图片" }, exportAsCsv],
  ["%PDF-", { en: "a PDF document", zh: " PDF 文档" }, exportAsCsv],
  ["SQLite format 3\0", { en: "an SQLite database", zh: " SQLite 数据库" }, exportAsCsv],
  ["ARROW1\0\0", { en: "an Arrow file", zh: " Arrow 文件" }, exportAsCsv],
  ["\x89HDF", { en: "an HDF5 file", zh: " HDF5 文件" }, exportAsCsv],
  ["\x7FELF", { en: "a program", zh: "可执行程序" }, exportAsCsv],
  ["\xFF\xFE\0\0", { en: "text in UTF-32", zh: " UTF-32 编码的文本" }, exportAsCsv],
  ["\0\0\xFE\xFF", { en: "text in UTF-32", zh: " UTF-32 编码的文本" }, exportAsCsv],
];

/** Above this share of control characters bytes are no text, unless there are only a few. */
const controlShare = 0.05;
const fewControls = 8;

/**
 * What kind of binary file begins with `head`, or undefined for text. Text in UTF-16 counts as text; a few
 * stray NUL bytes do not make a text binary.
 */
export function binaryKind(head: Uint8Array, isUtf16: boolean): BinaryKind | undefined {
  for (const [start, what, hint] of signatures) {
    if (startsWith(head, start)) return { what, hint };
  }
  if (isUtf16) return undefined;
  let controls = 0;
  for (const byte of head) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++;
  }
  if (controls <= fewControls || controls <= controlShare * head.length) return undefined;
  return { what: { en: "binary data", zh: "二进制数据" }, hint: exportAsCsv };
}

/** Whether `head` begins with the bytes of `signature` (Latin-1). */
export function startsWith(head: Uint8Array, signature: string): boolean {
  if (head.length < signature.length) return false;
  for (let index = 0; index < signature.length; index++) {
    if (head[index] !== signature.charCodeAt(index)) return false;
  }
  return true;
}
