import type { Text } from "@/pipeline/problem.ts";

/** The words of a cell as text: its editor, what is copied and pasted, its result in words. */
export const editorTexts = {
  settings: (cell: string): Text => ({ en: `How to set ${cell}`, zh: `${cell}的设置方式` }),
  form: { en: "Form", zh: "表单" },
  json: { en: "JSON", zh: "JSON" },
  jsonDraft: { en: "JSON, not applied", zh: "JSON（未应用）" },
  cellAsJson: (cell: string): Text => ({ en: `${cell} as JSON`, zh: `${cell}的 JSON` }),
  apply: { en: "Apply", zh: "应用" },
  discard: { en: "Discard", zh: "放弃修改" },
  applied: (cell: string): Text => ({ en: `${cell} was changed.`, zh: `${cell}已修改。` }),
  notApplied: { en: "Not applied yet.", zh: "尚未应用。" },
  asTheCell: { en: "As the cell is.", zh: "与单元一致。" },
  checking: { en: "Checking …", zh: "正在检查……" },
  editAsJson: { en: "Edit as JSON", zh: "以 JSON 编辑" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
