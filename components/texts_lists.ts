import type { Text } from "@/pipeline/problem.ts";

/** The words that all lists of the workspace have in common. */
export const listTexts = {
  sort: { en: "Sort by", zh: "排序方式" },
  sortChanged: { en: "Last changed", zh: "最近修改" },
  sortAdded: { en: "Last added", zh: "最近添加" },
  sortDone: { en: "Last done", zh: "最近完成" },
  sortName: { en: "Name", zh: "名称" },
  sortScore: { en: "Macro-F1", zh: "宏平均 F1" },
  sortSize: { en: "Size", zh: "大小" },
  sortRows: { en: "Rows", zh: "行数" },
  sortWarnings: { en: "Warnings", zh: "警告" },
  noneFound: { en: "Nothing here matches the search.", zh: "没有符合搜索条件的条目。" },
  all: (count: string): Text => ({ en: `All ${count}`, zh: `全部 ${count} 项` }),

  more: { en: "More", zh: "更多" },
  moreFor: (name: string): Text => ({ en: `More for ${name}`, zh: `${name} 的更多操作` }),
  rename: { en: "Rename", zh: "重命名" },
  renameTitle: (name: string): Text => ({ en: `Rename “${name}”`, zh: `重命名“${name}”` }),
  newName: { en: "New name", zh: "新名称" },
  someName: { en: "At least one letter", zh: "至少一个字符" },
  cancel: { en: "Cancel", zh: "取消" },
  duplicate: { en: "Duplicate", zh: "创建副本" },
  download: { en: "Download", zh: "下载" },
  delete: { en: "Delete", zh: "删除" },
  deleted: (name: string): Text => ({ en: `Deleted “${name}”.`, zh: `已删除“${name}”。` }),
  undo: { en: "Undo", zh: "撤销" },

  recentlyDeleted: { en: "Recently deleted", zh: "最近删除" },
  keptFor: {
    en:
      "What was deleted can be restored for 30 days. A notebook can be restored later, too, then perhaps without its data.",
    zh: "删除的内容可在 30 天内恢复；笔记本在此之后仍可恢复，但其数据可能已清除。",
  },
  nothingDeleted: { en: "There is nothing to restore.", zh: "没有可恢复的内容。" },
  restore: { en: "Restore", zh: "恢复" },
  restoreOf: (name: string): Text => ({ en: `Restore ${name}`, zh: `恢复 ${name}` }),
  wasDeleted: { en: "This was deleted", zh: "此内容已删除" },
  isDeleted: { en: "deleted", zh: "已删除" },
  restored: { en: "restored", zh: "已恢复" },
  close: { en: "Close", zh: "关闭" },
  loading: { en: "Looking …", zh: "正在查找……" },
  ofNotebooks: { en: "notebook", zh: "笔记本" },
  ofDatasets: { en: "dataset", zh: "数据集" },
  ofPipelines: { en: "pipeline", zh: "流水线" },
  ofModels: { en: "model", zh: "模型" },
  ofDiagnoses: { en: "diagnosis", zh: "诊断" },
  others: (count: string): Text => ({
    en: `And ${count} that were deleted before.`,
    zh: `以及更早删除的 ${count} 项。`,
  }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
