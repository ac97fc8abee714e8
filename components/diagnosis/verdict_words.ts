import type { Incident } from "@/pipeline/diagnosis/findings.ts";
import type { DiagnosisAnswer } from "@/web/diagnosis_schema.ts";
import type { Language } from "@/web/language.ts";
import { isNormalFault, type NameFault } from "../fault_catalogue.ts";
import { cutName } from "../lists/shown_name.tsx";
import { countWords, percentWords } from "../number_words.ts";
import { diagnosisTexts } from "../texts_diagnosis.ts";
import { diagnosisPageTexts } from "../texts_diagnosis_page.ts";
import { knownCounts } from "./known_counts.ts";

const longestName = 80;
/** More kinds of incidents than these are counted together. */
const kindsNamed = 4;

/** What a diagnosis comes to: one sentence on the incidents, where rows have groups, and one on the rows. */
export function verdictWords(
  diagnosis: DiagnosisAnswer,
  nameFault: NameFault,
  language: Language,
): { readonly incidents: string | null; readonly rows: string } {
  const stop = { en: ".", zh: "。" }[language];
  const { incidents } = diagnosis;
  return {
    incidents: incidents.length === 0
      ? null
      : incidentsSentence(incidents, nameFault, language) + stop,
    rows: diagnosis.rows === 0
      ? diagnosisTexts.noRows[language]
      : rowsSentence(diagnosis, nameFault, language) + stop,
  };
}

/**
 * Whether rows that fit nothing known are no more than rows like the training data would give by chance: at most
 * two standard deviations above what the error rate lets one expect.
 */
export function isByChance(unknown: number, rows: number, errorRate: number): boolean {
  const expected = rows * errorRate;
  return unknown <= expected + 2 * Math.sqrt(expected * (1 - errorRate));
}

/** Whether more than half of the rows that were read fit nothing known. */
export function areMostUnknown(
  { rows, unread, verdicts }: Pick<DiagnosisAnswer, "rows" | "unread" | "verdicts">,
): boolean {
  return (verdicts?.unknown ?? 0) * 2 > rows - unread;
}

function rowsSentence(
  diagnosis: DiagnosisAnswer,
  nameFault: NameFault,
  language: Language,
): string {
  const { rows, verdicts, errorRate, unread } = diagnosis;
  const unknown = verdicts?.unknown ?? 0, several = verdicts?.several ?? 0;
  const isMostlyUnknown = areMostUnknown(diagnosis) && unknown < rows;
  const clauses = [
    isMostlyUnknown
      ? diagnosisPageTexts.mostUnknown(countWords(unknown))[language]
      : leadingClause(diagnosis, nameFault, language),
  ];
  if (unknown > 0 && unknown < rows && !isMostlyUnknown) {
    clauses.push(
      diagnosisPageTexts.fitNothing(unknown, countWords(unknown))[language] +
        (isByChance(unknown, rows - unread, errorRate)
          ? diagnosisPageTexts.byChance[language]
          : ""),
    );
  }
  if (several > 0) {
    clauses.push(diagnosisPageTexts.undecided(several, countWords(several))[language]);
  }
  return clauses.join({ en: "; ", zh: "；" }[language]);
}

function leadingClause(
  diagnosis: DiagnosisAnswer,
  nameFault: NameFault,
  language: Language,
): string {
  const { rows } = diagnosis;
  const counts = knownCounts(diagnosis).filter((each) => each.rows > 0)
    .toSorted((a, b) => b.rows - a.rows);
  const [largest] = counts;
  const texts = diagnosisPageTexts;
  const all = countWords(rows);
  if (largest === undefined) {
    return diagnosis.unread === rows ? texts.noneRead[language] : texts.noneKnown(all)[language];
  }
  const nameOf = (fault: string): string => cutName(nameFault(fault).name, longestName);
  const isNormal = isNormalFault(largest.fault, nameFault);
  if (largest.rows === rows) {
    if (isNormal) return (rows === 1 ? texts.oneNormal : texts.allNormal(all))[language];
    const name = nameOf(largest.fault);
    return (rows === 1 ? texts.oneRow(name) : texts.allRows(name, all))[language];
  }
  const isMajority = largest.rows > rows / 2;
  const second = counts[1];
  if (isNormal && isMajority && second !== undefined) {
    return texts.mostNormal(nameOf(second.fault), second.rows, countWords(second.rows))[language];
  }
  return isMajority
    ? texts.mostRows(nameOf(largest.fault))[language]
    : texts.oftenest(nameOf(largest.fault), percentWords(largest.rows / rows, language))[language];
}

function incidentsSentence(
  incidents: readonly Incident[],
  nameFault: NameFault,
  language: Language,
): string {
  const texts = diagnosisPageTexts;
  const kinds = new Map<string, number>();
  for (const { diagnosis, isUnknown } of incidents) {
    const kind = isUnknown || diagnosis === null
      ? texts.unknown[language]
      : cutName(nameFault(diagnosis).name, longestName);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const sorted = [...kinds].sort(([, a], [, b]) => b - a);
  const rest = sorted.slice(kindsNamed).reduce((sum, [, count]) => sum + count, 0);
  const named = sorted.slice(0, kindsNamed).map(([kind, count]) =>
    texts.incidentsOf(countWords(count), kind)[language]
  );
  if (rest > 0) named.push(texts.otherIncidents(countWords(rest))[language]);
  const list = named.join({ en: ", ", zh: "，" }[language]);
  return texts.incidents(incidents.length, countWords(incidents.length), list)[language];
}
