import type { Notice, Text } from "../problem.ts";
import type { Guess } from "./guess.ts";
import type { Reading } from "./open_table.ts";

const delimiterNames: Readonly<Record<string, Text>> = {
  ",": { en: "commas between cells", zh: "逗号分隔" },
  ";": { en: "semicolons between cells", zh: "分号分隔" },
  "\t": { en: "tabs between cells", zh: "制表符分隔" },
  "|": { en: "bars between cells", zh: "竖线分隔" },
};

/** How a text table was understood and why, or nothing where the file says it itself or the user did. */
export function readingNotices(file: string, reading: Reading): Notice[] {
  const { encoding, delimiter, decimal, header } = reading;
  const parts = [
    part(encoding, (name) => ({ en: name.toUpperCase(), zh: name.toUpperCase() })),
    part(
      delimiter,
      (sign) => delimiterNames[sign] ?? { en: `"${sign}" between cells`, zh: `“${sign}”分隔` },
    ),
    decimal?.value === ","
      ? part(decimal, () => ({ en: "decimal comma", zh: "小数逗号" }))
      : undefined,
    part(
      header,
      (there) => there ? { en: "a header", zh: "有表头" } : { en: "no header", zh: "无表头" },
    ),
  ].filter((text) => text !== undefined);
  if (parts.length === 0) return [];
  return [{
    code: "table/reading-guessed",
    message: {
      en: `Guessed how to read it: ${parts.map(({ en }) => en).join("; ")}.`,
      zh: `已推断读取方式：${parts.map(({ zh }) => zh).join("；")}。`,
    },
    place: { file },
  }];
}

function part<Value>(
  guess: Guess<Value> | undefined,
  name: (value: Value) => Text,
): Text | undefined {
  if (guess === undefined || !guess.guessed) return undefined;
  const { en, zh } = name(guess.value);
  return { en: `${en} (${guess.reason.en})`, zh: `${zh}（${guess.reason.zh}）` };
}
