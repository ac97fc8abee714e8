import type { Text } from "@/pipeline/problem.ts";

/** The words of the dialog that names unknown rows. */
export const nameUnknownTexts = {
  open: { en: "Name them and train again", zh: "命名并重新训练" },
  title: (group: string) => ({
    en: `What is unknown group ${group}?`,
    zh: `未知故障第 ${group} 组是什么？`,
  }),
  what: {
    en:
      "Its rows join the data that the model learnt from, under the name you give. Then the next " +
      "version of the model is trained by the same recipe; you can watch it.",
    zh:
      "这些行会以您给出的名称加入模型的训练数据，随后以相同的流程训练模型的下一版本，过程可随时查看。",
  },
  choice: { en: "These rows are", zh: "这些行是" },
  newFault: { en: "a new fault", zh: "新的故障" },
  knownFault: { en: "really a known fault", zh: "其实是已知故障" },
  name: { en: "Name of the fault", zh: "故障名称" },
  someName: { en: "At least one letter or digit", zh: "至少一个字符" },
  known: { en: "Known fault", zh: "已知故障" },
  rows: (count: string) => ({ en: `Rows (${count})`, zh: `数据行（${count}）` }),
  guess: { en: "best guess", zh: "最接近" },
  more: (count: string) => ({ en: `and ${count} more`, zh: `另有 ${count} 行` }),
  few: (count: number) => ({
    en: count === 1
      ? "One row is too little to learn a fault from: expect wrong answers until there are more."
      : `${count} rows are few to learn a fault from: expect wrong answers until there are more.`,
    zh: `仅 ${count} 行，不足以可靠地学习一种故障：在积累更多数据之前，结果可能有误。`,
  }),
  cancel: { en: "Cancel", zh: "取消" },
  train: { en: "Train the next version", zh: "训练下一版本" },
  starting: { en: "Starting…", zh: "正在开始…" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
