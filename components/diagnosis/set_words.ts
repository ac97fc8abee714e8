import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import type { Language } from "@/web/language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { percentWords } from "../number_words.ts";
import { isNormalFault, type NameFault } from "../fault_catalogue.ts";
import { rowAnswerTexts } from "../texts_row_answer.ts";
import { promisedWords, shareWords } from "./range_words.ts";

/** A set with more names than these would be a wall of text. */
const mostNames = 5;

/** The classes a row may have: the diagnosis, and what else its prediction set holds; next to none, the runner-up. */
export function possibleFaults({ diagnosis, runnerUp, predictionSet }: RowAnswer): string[] {
  const isEmpty = predictionSet?.length === 0 && runnerUp !== null;
  const others = isEmpty ? [runnerUp] : predictionSet ?? [];
  return [diagnosis, ...others.filter((fault) => fault !== diagnosis)];
}

/** What the verdict on a row is, in a few words. */
export function titleWords(answer: RowAnswer, nameFault: NameFault, language: Language): string {
  const { verdict, diagnosis, evidence } = answer;
  switch (verdict) {
    case "several": {
      const { length } = possibleFaults(answer);
      if (length < 2) return rowAnswerTexts.noneWell[language];
      return rowAnswerTexts.several(rowAnswerTexts.counts(length)[language])[language];
    }
    case "unknown":
      return rowAnswerTexts.unknown[language];
    case "one": {
      const isNormal = evidence?.normal === diagnosis || isNormalFault(diagnosis, nameFault);
      return rowAnswerTexts[isNormal ? "isNormal" : "one"][language];
    }
    default:
      return rowAnswerTexts.noVerdict[language];
  }
}

/** What the prediction set and the novelty of a row say, in sentences; none where the model cannot tell. */
export function setWords(answer: RowAnswer, nameFault: NameFault, language: Language): string[] {
  const { verdict, predictionSet, errorRate, novelty, diagnosis, runnerUp } = answer;
  const sentences: string[] = [];
  if (verdict === "unknown" && novelty !== null) {
    sentences.push(
      rowAnswerTexts.whyUnknown(
        percentWords(novelty, language),
        shareWords(errorRate, language),
      )[language],
    );
  }
  // The promise of a set is for rows like the training data.
  if (predictionSet !== null && verdict !== "unknown") {
    const share = promisedWords(errorRate, language);
    const areBoth = predictionSet.length === 2 && runnerUp !== null &&
      predictionSet.includes(diagnosis) && predictionSet.includes(runnerUp);
    if (areBoth) sentences.push(rowAnswerTexts.setOfBoth(share)[language]);
    else if (predictionSet.length === 0) {
      sentences.push(rowAnswerTexts.setOfNone(share)[language]);
    } else if (!predictionSet.includes(diagnosis)) {
      sentences.push(
        rowAnswerTexts.setWithout(
          share,
          namesWords(predictionSet, nameFault, language),
          shortName(diagnosis, nameFault),
        )[language],
      );
    } else {
      const names = namesWords(predictionSet, nameFault, language);
      const text = predictionSet.length === 1 ? "setOfOne" : "setOfThese";
      sentences.push(rowAnswerTexts[text](share, names)[language]);
    }
  }
  if (verdict !== "unknown" && novelty !== null) {
    sentences.push(rowAnswerTexts.asStrange(percentWords(novelty, language))[language]);
  }
  return sentences;
}

/** Names in a row; those beyond the first few are counted. */
export function namesWords(
  classes: readonly string[],
  nameFault: NameFault,
  language: Language,
): string {
  const comma = { en: ", ", zh: "、" }[language];
  const named = classes.slice(0, mostNames).map((each) => shortName(each, nameFault)).join(comma);
  const more = classes.length - mostNames;
  return more <= 0
    ? named
    : named + { en: ` and ${more} more`, zh: ` 等 ${classes.length} 种` }[language];
}

function shortName(fault: string, nameFault: NameFault): string {
  return cutName(nameFault(fault).name, 60);
}
