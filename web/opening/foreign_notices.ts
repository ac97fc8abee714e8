import type { OpeningNotice } from "../opening_schema.ts";

/** What a Jupyter notebook from elsewhere holds that does not come as it is. */
export interface ForeignCounts {
  readonly code: number;
  readonly outputs: number;
  readonly pictures: number;
  readonly empty: number;
  readonly damaged: number;
  readonly split: number;
}

/** Says what became of it, as far as there was any. */
export function foreignNotices(counts: ForeignCounts): OpeningNotice[] {
  const { code, outputs, pictures, empty, damaged, split } = counts;
  const notice = (count: number, name: string, en: string, zh: string): OpeningNotice[] =>
    count === 0 ? [] : [{ code: `opening/${name}`, message: { en, zh } }];
  return [
    ...notice(
      code,
      "code-as-notes",
      `${
        cells(code, "code cell becomes a note", "code cells become notes")
      }: the code can be read there, and never runs.`,
      `${code} 个代码单元将成为笔记：代码仅供阅读，不会运行。`,
    ),
    ...notice(
      outputs,
      "outputs-left-out",
      `${cells(outputs, "output is", "outputs are")} left out.`,
      `${outputs} 个输出未导入。`,
    ),
    ...notice(
      pictures,
      "pictures-left-out",
      `${
        cells(pictures, "embedded picture is", "embedded pictures are")
      } left out; the text around stays.`,
      `${pictures} 张内嵌图片未导入，周围文字保留。`,
    ),
    ...notice(
      empty,
      "empty-cells",
      `${cells(empty, "empty cell is", "empty cells are")} left out.`,
      `${empty} 个空单元未导入。`,
    ),
    ...notice(
      damaged,
      "damaged-cells",
      `${
        cells(damaged, "cell is", "cells are")
      } left out, being damaged: without a type or a text.`,
      `${damaged} 个单元已损坏（缺少类型或文本），未导入。`,
    ),
    ...notice(
      split,
      "cells-split",
      `${cells(split, "very long cell becomes", "very long cells become")} several notes each.`,
      `${split} 个过长的单元将各自拆分为多条笔记。`,
    ),
  ];
}

function cells(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
