import type { Shortcut } from "@/islands/commands.ts";
import type { Text } from "@/pipeline/problem.ts";

/** The keys of a notebook's page, and what they do. */
export const notebookShortcuts: readonly { title: Text; shortcuts: readonly Shortcut[] }[] = [
  {
    title: { en: "Outside of fields", zh: "不在输入框中时" },
    shortcuts: [
      { keys: "j", does: { en: "Next cell, also ↓", zh: "下一个单元，也可用 ↓" } },
      { keys: "k", does: { en: "Previous cell, also ↑", zh: "上一个单元，也可用 ↑" } },
      { keys: "Enter", does: { en: "Edit the cell", zh: "编辑单元" } },
      { keys: "a", does: { en: "Add a cell above", zh: "在上方添加单元" } },
      { keys: "b", does: { en: "Add a cell below", zh: "在下方添加单元" } },
      { keys: "d d", does: { en: "Delete the cell", zh: "删除单元" } },
      { keys: "Shift D", does: { en: "Duplicate the cell", zh: "复制单元" } },
      { keys: "o", does: { en: "Fold or unfold, also x", zh: "折叠或展开，也可用 x" } },
      { keys: "z", does: { en: "Undo", zh: "撤销" } },
      { keys: "Shift Z", does: { en: "Redo", zh: "重做" } },
      { keys: "r", does: { en: "Run what is stale", zh: "运行过期的单元" } },
      { keys: "i i", does: { en: "Cancel the run", zh: "取消运行" } },
    ],
  },
  {
    title: { en: "In a cell", zh: "在单元中" },
    shortcuts: [
      { keys: "Esc", does: { en: "Back to the whole cell", zh: "回到整个单元" } },
      { keys: "Ctrl Enter", does: { en: "Run the cell", zh: "运行单元" } },
      { keys: "Shift Enter", does: { en: "Run it and go on", zh: "运行并转到下一个单元" } },
      { keys: "Alt ↑", does: { en: "Move the cell up", zh: "上移单元" } },
      { keys: "Alt ↓", does: { en: "Move the cell down", zh: "下移单元" } },
    ],
  },
  {
    title: { en: "In the notebook", zh: "在笔记本中" },
    shortcuts: [
      { keys: "Ctrl Z", does: { en: "Undo", zh: "撤销" } },
      { keys: "Ctrl Shift Z", does: { en: "Redo", zh: "重做" } },
      { keys: "Ctrl Y", does: { en: "Redo", zh: "重做" } },
      { keys: "Ctrl S", does: { en: "Save now", zh: "立即保存" } },
    ],
  },
];
