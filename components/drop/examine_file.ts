import { HealerError } from "@/pipeline/problem.ts";
import { type BinaryKind, binaryKind } from "@/pipeline/table/binary_kind.ts";
import type { Dropped } from "../dropped_files.ts";
import { dropProblems } from "./drop_problems.ts";

const exportAsCsv = {
  en: "Export the numbers behind it as CSV (UTF-8) or Parquet and drop that file.",
  zh: "请将其背后的数据导出为 CSV（UTF-8）或 Parquet，再拖放该文件。",
};

/** What the browser says of files whose first bytes do not tell. */
const kindsByMedia: readonly (readonly [RegExp, BinaryKind])[] = [
  [/^image\//, { what: { en: "a picture", zh: "图片" }, hint: exportAsCsv }],
  [/^video\//, { what: { en: "a video", zh: "视频" }, hint: exportAsCsv }],
  [/^audio\//, { what: { en: "a sound recording", zh: "音频" }, hint: exportAsCsv }],
];

const onnxModel: BinaryKind = {
  what: { en: "a model (ONNX)", zh: "模型（ONNX）" },
  hint: {
    en: 'Choose "Bring in a model" beside the models on the first page, then diagnose with it.',
    zh: "请在首页的模型列表旁点击“导入模型”，然后用它进行诊断。",
  },
};

/**
 * The one file that was dropped.
 *
 * @throws {HealerError} `drop/folder`, `drop/several`, `drop/nothing`
 */
export function oneFile({ files, folder }: Dropped): File {
  if (folder !== undefined) throw new HealerError(dropProblems.folder(folder));
  const [file, ...others] = files;
  if (file === undefined) throw new HealerError(dropProblems.nothing());
  if (others.length > 0) {
    throw new HealerError(dropProblems.several(files.map(({ name }) => name)));
  }
  return file;
}

/**
 * Looks at the beginning of a file, before anything of it is sent.
 *
 * @param limit How many bytes the server takes.
 * @throws {HealerError} `drop/empty`, `drop/too-large`, `drop/unreadable`, `drop/no-table`
 */
export async function examineFile(file: File, limit: number): Promise<void> {
  const { name, size, type } = file;
  if (size === 0) throw new HealerError(dropProblems.empty(name));
  if (size > limit) throw new HealerError(dropProblems.tooLarge(name, size, limit));
  let head: Uint8Array;
  try {
    head = new Uint8Array(await file.slice(0, 64).arrayBuffer());
  } catch (cause) {
    throw new HealerError(dropProblems.unreadable(name), { cause });
  }
  // Whether it is text the server finds out, which knows more encodings.
  const kind = binaryKind(head, true) ??
    kindsByMedia.find(([media]) => media.test(type))?.[1] ??
    (/\.onnx$/i.test(name) ? onnxModel : undefined);
  if (kind !== undefined) throw new HealerError(dropProblems.noTable(name, kind));
}
