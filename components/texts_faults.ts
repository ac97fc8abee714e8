import type { Severity } from "@/pipeline/model/fault_catalogue.ts";
import type { Text } from "@/pipeline/problem.ts";

/** How grave a fault is, in words. */
export const severityTexts = {
  none: { en: "none: the normal state", zh: "无（正常状态）" },
  low: { en: "low", zh: "低" },
  medium: { en: "medium", zh: "中" },
  high: { en: "high", zh: "高" },
  critical: { en: "critical", zh: "紧急" },
} as const satisfies Record<Severity, Text>;

/** The words of the page where the faults of a model are named. */
export const faultsTexts = {
  title: (model: string) => ({ en: `Faults of ${model}`, zh: `${model} 的故障` }),
  intro: {
    en:
      "What people call the classes, wherever this model speaks of them. The data stay as they are.",
    zh: "设定各类别的名称与说明，该模型的所有结果都会采用。数据本身不变。",
  },
  noneYet: { en: "Nothing is named yet.", zh: "尚未命名任何故障。" },
  own: { en: "Last saved", zh: "上次保存：" },
  takenOver: (model: string) => ({
    en:
      `Taken over from ${model}, of the same product. Saving gives this model a catalogue of its own.`,
    zh: `沿用自同一产品的 ${model}。保存后该模型将拥有自己的故障目录。`,
  }),
  save: { en: "Save", zh: "保存" },
  saving: { en: "Saving…", zh: "正在保存…" },
  saved: { en: "Saved.", zh: "已保存。" },
  cancel: { en: "Cancel the changes", zh: "放弃修改" },
  undo: { en: "Undo the last save", zh: "撤销上次保存" },
  undone: {
    en: "The last save is undone; undo once more to have it back.",
    zh: "已撤销上次保存；再次撤销即可恢复。",
  },
  unsaved: (count: number) => ({
    en: count === 1 ? "1 class changed, not saved yet" : `${count} classes changed, not saved yet`,
    zh: `${count} 个类别有未保存的修改`,
  }),
  broughtBack: {
    en: "What you had not saved here is back.",
    zh: "已恢复此前未保存的修改。",
  },
  changedElsewhere: {
    en:
      "It was saved elsewhere meanwhile. That is taken in, your changes stand on top: look, then save once more.",
    zh: "目录在别处已被保存。已合并对方的内容，并保留您的修改：请核对后再次保存。",
  },
  contested: (faults: string) => ({
    en: `Both have changed ${faults}; yours stands here.`,
    zh: `双方都修改了 ${faults}，此处保留您的版本。`,
  }),
  fill: { en: "Fill in what is known", zh: "填入已知内容" },
  filled: (count: number) => ({
    en: count === 0
      ? "Nothing more is known of these classes."
      : count === 1
      ? "1 class was filled in; look, then save."
      : `${count} classes were filled in; look, then save.`,
    zh: count === 0 ? "这些类别没有更多已知内容。" : `已填入 ${count} 个类别，请核对后保存。`,
  }),
  copyFrom: { en: "Copy from another model", zh: "从其他模型复制" },
  copy: { en: "Copy", zh: "复制" },
  copyHelp: {
    en: "Takes over what that model says of the classes that both know.",
    zh: "将该模型对共有类别的内容复制过来。",
  },
  noOtherModel: { en: "There is no other model.", zh: "没有其他模型。" },
  model: { en: "Model", zh: "模型" },
  close: { en: "Close", zh: "关闭" },
  taken: (count: number) => ({
    en: count === 0
      ? "It says nothing new of these classes."
      : count === 1
      ? "1 class was taken over; look, then save."
      : `${count} classes were taken over; look, then save.`,
    zh: count === 0 ? "其中没有关于这些类别的新内容。" : `已取入 ${count} 个类别，请核对后保存。`,
  }),
  importFile: { en: "Import", zh: "导入" },
  exportFile: { en: "Export", zh: "导出" },
  exportTitle: { en: "Export as a JSON file", zh: "导出为 JSON 文件" },
  classes: { en: "Classes", zh: "类别" },
  search: { en: "Search classes and names", zh: "搜索类别和名称" },
  noneFound: { en: "No class matches.", zh: "没有匹配的类别。" },
  more: (count: string) => ({ en: `Show all ${count}`, zh: `显示全部 ${count} 个` }),
  trainedOn: (count: string) => ({ en: `${count} rows in training`, zh: `训练数据 ${count} 行` }),
  notOfModel: { en: "not a class of this model", zh: "该模型没有此类别" },
  changed: { en: "changed", zh: "已修改" },
  classInData: { en: "Class in the data", zh: "数据中的类别" },
  name: { en: "Name", zh: "名称" },
  description: { en: "Description", zh: "说明" },
  markdown: { en: "Markdown may be used.", zh: "可使用 Markdown。" },
  preview: { en: "How it reads", zh: "显示效果" },
  english: { en: "English", zh: "英文" },
  chinese: { en: "Chinese", zh: "中文" },
  inLanguage: (field: string, language: string) => ({
    en: `${field}, ${language}`,
    zh: `${field}（${language}）`,
  }),
  severity: { en: "Severity", zh: "严重程度" },
  colour: { en: "Colour", zh: "颜色" },
  byItself: { en: "by itself", zh: "自动" },
  colourNumber: (number: number) => ({ en: `colour ${number}`, zh: `颜色 ${number}` }),
  remedies: { en: "Remedies", zh: "处置建议" },
  remedy: (number: number) => ({ en: `Remedy ${number}`, zh: `处置建议 ${number}` }),
  addRemedy: { en: "Add a remedy", zh: "添加处置建议" },
  removeRemedy: (number: number) => ({
    en: `Remove remedy ${number}`,
    zh: `删除处置建议 ${number}`,
  }),
  severalNormal: {
    en: "Several classes are the normal state; explanations compare with the first of them.",
    zh: "有多个类别被设为正常状态；解释时将与其中第一个比较。",
  },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
