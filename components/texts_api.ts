import type { Text } from "@/pipeline/problem.ts";

/** The words of the page that describes the API. */
export const apiTexts = {
  title: { en: "API", zh: "API" },
  asDocument: { en: "As OpenAPI 3.1", zh: "OpenAPI 3.1 文档" },
  operations: { en: "Operations", zh: "操作" },
  schemas: { en: "Schemas", zh: "数据结构" },
  parameters: { en: "Parameters", zh: "参数" },
  name: { en: "Name", zh: "名称" },
  place: { en: "In", zh: "位置" },
  type: { en: "Type", zh: "类型" },
  inPath: { en: "path", zh: "路径" },
  inQuery: { en: "query", zh: "查询" },
  body: { en: "Request body", zh: "请求体" },
  answer: (status: string): Text => ({ en: `Answer ${status}`, zh: `响应 ${status}` }),
  nothing: { en: "no content", zh: "无内容" },
  example: { en: "Example", zh: "示例" },
  required: { en: "required", zh: "必填" },
  anything: { en: "anything", zh: "任意" },
  orNull: { en: "or null", zh: "或 null" },
  listOf: { en: "list of", zh: "列表，元素为" },
  mapOf: { en: "map of", zh: "映射，值为" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
