import { paramMetas } from "../param_meta.ts";
import type { Text } from "../problem.ts";
import type { ColumnStep } from "../steps/column_step.ts";
import { counted, countText, joinTexts, percentText } from "./number_text.ts";
import type { StepEffect } from "./step_effect.ts";

/** One line that says what a step did to the training rows, and by which of its methods. */
export function stepSummary(
  step: Pick<ColumnStep, "params">,
  params: Readonly<Record<string, unknown>>,
  effect: StepEffect,
): Text {
  const parts = [rowsText(effect), columnsText(effect), filledText(effect), changedText(effect)]
    .filter((part) => part !== null);
  const done = parts.length > 0
    ? joinTexts(parts, { en: "; ", zh: "；" })
    : { en: "nothing to do on these rows", zh: "这些数据行无需处理" };
  const method = methodText(step, params);
  return method === null ? done : joinTexts([method, done], { en: ": ", zh: "：" });
}

function rowsText({ rowsBefore, rowsAfter }: StepEffect): Text | null {
  const difference = rowsAfter - rowsBefore;
  if (difference === 0) return null;
  const count = Math.abs(difference);
  return {
    en: `${counted(count, "training row")} ${difference < 0 ? "dropped" : "added"}, ${
      countText(rowsAfter)
    } to learn from`,
    zh: `训练行${difference < 0 ? "减少" : "增加"} ${countText(count)} 行，现有 ${
      countText(rowsAfter)
    } 行`,
  };
}

function columnsText({ columnsBefore, dropped, added }: StepEffect): Text | null {
  const kept = columnsBefore - dropped.length;
  const parts: Text[] = [];
  if (dropped.length > 0) {
    parts.push({
      en: `${countText(kept)} of ${counted(columnsBefore, "column")} kept`,
      zh: `${countText(columnsBefore)} 列中保留 ${countText(kept)} 列`,
    });
  }
  if (added.length > 0) {
    parts.push({
      en: `${counted(added.length, "column")} added`,
      zh: `新增 ${countText(added.length)} 列`,
    });
  }
  return parts.length === 0 ? null : joinTexts(parts, { en: ", ", zh: "，" });
}

function filledText({ changes, rowsBefore }: StepEffect): Text | null {
  const filled = changes.filter((change) => change.filled > 0);
  const [most] = filled.toSorted((a, b) => b.filled - a.filled);
  if (most === undefined) return null;
  const holes = filled.reduce((sum, change) => sum + change.filled, 0);
  const share = percentText(most.filled / rowsBefore);
  return {
    en: `${counted(filled.length, "column")} filled, ${counted(holes, "hole")} in all; ` +
      `"${most.name}" had most, ${share.en}`,
    zh: `填充 ${countText(filled.length)} 列，共 ${countText(holes)} 处缺失；` +
      `“${most.name}”缺失最多，占 ${share.zh}`,
  };
}

function changedText({ changes, rowsBefore }: StepEffect): Text | null {
  const changed = changes.filter((change) => change.changed > 0);
  if (changed.length === 0) return null;
  const values = changed.reduce((sum, change) => sum + change.changed, 0);
  const share = percentText(values / (rowsBefore * changed.length));
  return {
    en: `${counted(changed.length, "column")} changed, ${share.en} of their values`,
    zh: `改变 ${countText(changed.length)} 列，占其取值的 ${share.zh}`,
  };
}

/** The labels of the options that were chosen; null where the step has none. */
function methodText(
  { params: schema }: Pick<ColumnStep, "params">,
  params: Readonly<Record<string, unknown>>,
): Text | null {
  const chosen = [...paramMetas(schema)].flatMap(([name, { options, shownWhen = {} }]) => {
    const option = options?.[String(params[name])];
    const shown = Object.entries(shownWhen).every(([other, values]) =>
      values.includes(params[other])
    );
    return option && shown ? [option] : [];
  });
  return chosen.length === 0 ? null : joinTexts(chosen, { en: ", ", zh: "，" });
}
