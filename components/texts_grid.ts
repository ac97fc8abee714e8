import type { Text } from "@/pipeline/problem.ts";
import type { ColumnType } from "@/pipeline/table/column_type.ts";

/** The words of data tables and the grid for large ones. */
export const gridTexts = {
  loading: { en: "Reading the rows …", zh: "正在读取数据行……" },
  missing: { en: "missing", zh: "缺失" },
  row: { en: "Row", zh: "行" },
  rowNumber: (row: string): Text => ({ en: `Row ${row}`, zh: `第 ${row} 行` }),
  rows: (rows: string): Text => ({ en: `${rows} rows`, zh: `${rows} 行` }),
  rowsOf: (rows: string, all: string): Text => ({
    en: `${rows} of ${all} rows`,
    zh: `共 ${all} 行，显示 ${rows} 行`,
  }),
  noRows: { en: "No row fits these filters.", zh: "没有符合筛选条件的行。" },
  clear: { en: "Show all rows", zh: "显示全部行" },
  search: { en: "Search texts", zh: "搜索文本" },
  addFilter: { en: "Filter", zh: "筛选" },
  filterRows: { en: "Filter rows", zh: "筛选行" },
  column: { en: "Column", zh: "列" },
  condition: { en: "Condition", zh: "条件" },
  value: { en: "Value", zh: "值" },
  apply: { en: "Apply", zh: "应用" },
  cancel: { en: "Cancel", zh: "取消" },
  removeFilter: (filter: string): Text => ({
    en: `Remove the filter: ${filter}`,
    zh: `移除筛选：${filter}`,
  }),
  columnMenu: (column: string): Text => ({ en: `Column ${column}`, zh: `列 ${column}` }),
  sortUp: { en: "Sort ascending", zh: "升序排序" },
  sortDown: { en: "Sort descending", zh: "降序排序" },
  unsort: { en: "Do not sort by it", zh: "取消按此列排序" },
  filterColumn: { en: "Filter …", zh: "筛选……" },
  pin: { en: "Pin to the left", zh: "固定在左侧" },
  unpin: { en: "Unpin", zh: "取消固定" },
  hide: { en: "Hide", zh: "隐藏" },
  showHidden: (columns: string): Text => ({
    en: `Show ${columns} hidden`,
    zh: `显示已隐藏的 ${columns} 列`,
  }),
  copyColumn: { en: "Copy column", zh: "复制整列" },
  summary: { en: "Summary", zh: "概要" },
  summaryOf: (column: string): Text => ({ en: `Column ${column}`, zh: `列 ${column}` }),
  sortHint: {
    en: "Click sorts, with Shift after the other columns.",
    zh: "点击排序；按住 Shift 可在其他列之后追加排序。",
  },
  csv: { en: "CSV of these rows", zh: "将这些行导出为 CSV" },
  copied: (rows: string, columns: string): Text => ({
    en: `Copied ${rows} × ${columns} cells.`,
    zh: `已复制 ${rows} × ${columns} 个单元格。`,
  }),
  tooMany: (most: string): Text => ({
    en: `Up to ${most} cells can be copied at once. Download the CSV instead.`,
    zh: `一次最多复制 ${most} 个单元格；请改用 CSV 导出。`,
  }),
  notCopied: { en: "The browser does not let the page copy.", zh: "浏览器不允许页面复制。" },
  type: { en: "Type", zh: "类型" },
  missingShare: { en: "Missing", zh: "缺失" },
  min: { en: "Smallest", zh: "最小值" },
  median: { en: "Median", zh: "中位数" },
  max: { en: "Largest", zh: "最大值" },
  distinct: { en: "Different values", zh: "不同取值" },
  mostFrequent: { en: "Most frequent", zh: "最常见" },
  close: { en: "Close", zh: "关闭" },
  help: {
    en:
      "Arrow keys move, Shift extends the selection, Ctrl+C copies it, Enter opens the row. In the head, Enter sorts and Alt+Down opens the column's menu.",
    zh:
      "方向键移动，按住 Shift 扩展选区，Ctrl+C 复制，回车键打开该行。在表头按回车键排序，按 Alt+向下键打开列菜单。",
  },
  retry: { en: "Try again", zh: "重试" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;

/** What the cells of a column are. */
export const columnTypeTexts = {
  number: { en: "number", zh: "数值" },
  text: { en: "text", zh: "文本" },
  boolean: { en: "yes/no", zh: "是/否" },
  time: { en: "time", zh: "时间" },
} as const satisfies Record<ColumnType, Text>;
