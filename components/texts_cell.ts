import type { Text } from "@/pipeline/problem.ts";

/** The words of one cell: its title, its place among the others, what it reads, what it shows. */
export const cellTexts = {
  rename: { en: "Rename", zh: "重命名" },
  renameWhat: (cell: string): Text => ({ en: `Rename ${cell}`, zh: `重命名${cell}` }),
  titleOf: (cell: string): Text => ({ en: `Title of ${cell}`, zh: `${cell}的标题` }),
  foldAll: { en: "Fold all cells", zh: "折叠全部单元" },
  unfoldAll: { en: "Unfold all cells", zh: "展开全部单元" },
  dragHandle: {
    en: "Drag to move; Alt ↑ and Alt ↓ move it, too",
    zh: "拖动以移动，也可用 Alt ↑ 和 Alt ↓",
  },
  moved: (cell: string, place: number, of: number): Text => ({
    en: `${cell} moved to place ${place} of ${of}.`,
    zh: `${cell}已移到第 ${place} 位，共 ${of} 位。`,
  }),
  isFirst: { en: "It is the first already.", zh: "已经是第一个单元。" },
  isLast: { en: "It is the last already.", zh: "已经是最后一个单元。" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
