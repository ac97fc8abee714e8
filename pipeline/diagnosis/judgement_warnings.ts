import { nameList } from "../name_list.ts";
import type { Text } from "../problem.ts";
import type { Judgement } from "./judge.ts";

/** What a row's judgement gives reason to warn of, in words; null where there is nothing. */
export function judgementWarning(
  { sets, verdicts }: Judgement,
  row: number,
  classes: readonly string[],
  diagnosis: string,
  errorRate: number,
): Text | null {
  const verdict = verdicts[row];
  if (verdict === "unknown") {
    return {
      en: "unlike the training data: perhaps an unknown fault",
      zh: "与训练数据不同：可能是未知故障",
    };
  }
  if (verdict !== "several" || sets === null) return null;
  const others = classes.filter((name, code) =>
    sets[row * classes.length + code] === 1 && name !== diagnosis
  );
  const promise = Number((100 * (1 - errorRate)).toFixed(1));
  if (others.length === 0) {
    return {
      en: `fits no class well (${promise} % set is empty)`,
      zh: `与各类别均不够吻合（${promise}% 预测集为空）`,
    };
  }
  const names = nameList(others);
  return {
    en: `could also be ${names.en} (${promise} % set)`,
    zh: `也可能是 ${names.zh}（${promise}% 预测集）`,
  };
}
