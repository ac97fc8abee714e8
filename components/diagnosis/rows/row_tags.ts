import type { Language } from "@/web/language.ts";
import { diagnosisRowsTexts } from "../../texts_diagnosis_rows.ts";
import type { ResultRow } from "./result_row.ts";

/** A warning in two words; all of it when pointed at. */
export interface RowTag {
  readonly words: string;
  readonly whole: string;
  readonly kind: "warn" | "bad" | "";
}

/** What a result says of a row in words, in either language, that its verdict says already. */
const judgement =
  /^(could also be |fits no class well|unlike the training data|也可能是|与各类别均不够吻合|与训练数据不同)/;
const unread = /^(line \d+ was not read|第 \d+ 行未能读取)/;
const holes = /^(?:(\d+) of \d+ features are missing|\d+ 个特征中缺失 (\d+) 个)$/;
const readAsHole = /(was read as missing|按缺失处理)$/;

/** The warnings of a row that its verdict does not say already, in the language of the result. */
export function otherWarnings(warnings: string): string[] {
  return warnings.split("; ").filter((part) => part !== "" && !judgement.test(part));
}

/** What to know about a row, the gravest first. */
export function rowTags({ verdict, warnings }: ResultRow, language: Language): RowTag[] {
  const tags: RowTag[] = [];
  const parts = warnings.split("; ").filter((part) => part !== "");
  const said = parts.find((part) => judgement.test(part)) ?? "";
  const tag = (words: string, whole: string, kind: RowTag["kind"]): void => {
    tags.push({ words, whole, kind });
  };
  if (verdict === "unknown") tag(diagnosisRowsTexts.unlikeTraining[language], said, "bad");
  if (verdict === "several") tag(diagnosisRowsTexts.closeCall[language], said, "warn");
  for (const part of parts) {
    const [found, english, chinese] = holes.exec(part) ?? [];
    if (judgement.test(part)) continue;
    else if (unread.test(part)) tag(diagnosisRowsTexts.unreadRow[language], part, "bad");
    else if (found) {
      tag(diagnosisRowsTexts.holes(english ?? chinese ?? "")[language], part, "");
    } else if (readAsHole.test(part)) tag(diagnosisRowsTexts.readAsHole[language], part, "warn");
    else tag(part, part, "");
  }
  return tags;
}
