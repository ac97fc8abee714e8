import { faultNames } from "@/components/fault_catalogue.ts";
import { countWords, numberWords, percentWords } from "@/components/number_words.ts";
import type { Evidence, FeatureEvidence, RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import type { FaultCatalogue } from "@/pipeline/model/fault_catalogue.ts";
import { alignedLines } from "./aligned_lines.ts";
import { rowReadingWords } from "./row_reading_words.ts";
import type { Language } from "./terminal.ts";

/** So many KPIs are shown to people; the answer for programs has all. */
const shownFeatures = 10;

/** So many faults of a prediction set are named. */
const shownFaults = 5;

/** Names of faults and KPIs are cut to this length. */
const longestName = 40;

/** What the answer itself does not say. */
export interface RowContext {
  /** How the row is called; null for values that are in no table. */
  readonly row: { readonly id: string; readonly position: number } | null;
  readonly catalogue: FaultCatalogue;
  /** The column of the training table that says which rows belong together. */
  readonly groupColumn: string | null;
}

/**
 * What a model says of one row, as lines that a stranger understands: what it is and how sure that is, what else
 * it could be, why, what was like it before, what to check next and what would change the answer.
 */
export function rowReading(
  answer: RowAnswer,
  context: RowContext,
  language: Language,
): string {
  const reading = new RowReading(answer, context, language);
  return [
    reading.verdict(context),
    reading.evidence(),
    reading.cases(),
    reading.checks(),
    reading.flip(),
  ].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n");
}

class RowReading {
  private readonly words: typeof rowReadingWords[Language];
  private readonly nameOf: (fault: string) => string;
  private readonly groupColumn: string | null;

  constructor(
    private readonly answer: RowAnswer,
    { catalogue, groupColumn }: RowContext,
    private readonly language: Language,
  ) {
    this.groupColumn = groupColumn;
    this.words = rowReadingWords[language];
    const named = faultNames({ classes: answer.classes, catalogue }, language);
    this.nameOf = (fault) => short(named(fault).name);
  }

  verdict({ row }: RowContext): string[] {
    const { words, nameOf, answer: { diagnosis, confidence, verdict, novelty, errorRate } } = this;
    const id = row !== null && row.id !== String(row.position) ? short(row.id) : null;
    const head = row === null ? words.values : words.row(countWords(row.position), id);
    const said = verdict === "unknown" ? words.unknown : words.sure;
    return [
      `${head}${words.colon}${said(nameOf(diagnosis), this.percent(confidence))}`,
      ...this.others(),
      ...this.holes(),
      ...(novelty === null ? [] : [
        novelty <= errorRate
          ? words.strange(this.percent(novelty), this.rate())
          : words.usual(this.percent(novelty)),
      ]),
    ];
  }

  evidence(): string[] {
    const { words, nameOf, answer: { evidence, diagnosis, runnerUp } } = this;
    if (evidence === null) return [];
    const hasRanges = evidence.features.some(({ all }) => all !== null);
    const isNormal = evidence.normal === diagnosis;
    const next = runnerUp === null || runnerUp === evidence.normal ? null : runnerUp;
    const heads = [
      ...(evidence.normal === null || isNormal ? [] : [words.normal]),
      words.inFault(nameOf(diagnosis)),
      ...(next === null ? [] : [words.inFault(nameOf(next))]),
      words.seen,
    ];
    const rangesOf = ({ normal, own, runnerUp, all }: FeatureEvidence) =>
      [
        ...(evidence.normal === null || isNormal ? [] : [normal]),
        own,
        ...(next === null ? [] : [runnerUp]),
        all,
      ].map((range) => this.range(range));
    const shown = evidence.features.slice(0, shownFeatures);
    const table = [
      [words.kpi, words.value, words.weight, ...(hasRanges ? heads : [])],
      ...shown.map((each) => [
        short(each.feature),
        this.value(each.value) + (isOutside(each) ? " !" : ""),
        weight(each),
        ...(hasRanges ? rangesOf(each) : []),
      ]),
    ];
    return [
      words.why(nameOf(diagnosis)),
      ...alignedLines(table),
      ...this.notes(evidence, hasRanges),
    ];
  }

  cases(): string[] {
    const { words, nameOf, answer: { cases } } = this;
    if (cases.length === 0) return [];
    const column = this.groupColumn === null ? "" : `${short(this.groupColumn)} `;
    const lines = cases.map(({ fault, group, row, distance }) => {
      const training = row === null ? words.someCase : words.caseRow(countWords(row));
      const place = group === null ? training : `${column}${short(group)}${words.comma}${training}`;
      return [nameOf(fault), place, distance.toFixed(2)];
    });
    return [words.cases, ...alignedLines(lines, 2)];
  }

  checks(): string[] {
    const { words, nameOf, answer: { checks } } = this;
    if (this.says("diagnosis/no-summary")) return [];
    if (checks.length === 0) return [words.noChecks];
    const lines = checks.map(({ feature, isMissing, drop, readings }, index) => {
      const said = readings.map(({ relation, value, fault }) =>
        words[relation](numberWords(value), nameOf(fault))
      );
      return `${index + 1}. ${short(feature)}${
        isMissing ? words.missingHere : words.again
      }${words.colon}` +
        [
          words.drop(this.percent(drop)),
          said.length === 0 ? words.sameAnswer : said.join(words.comma),
        ].join(words.semicolon);
    });
    const isSure = this.says("diagnosis/nearly-sure");
    return [isSure ? words.checksOfSure : words.checks, ...lines];
  }

  flip(): string[] {
    const { words, nameOf, answer: { flip } } = this;
    if (this.says("diagnosis/no-summary")) return [];
    if (flip === null) return [words.noFlip];
    const { feature, from, to, relation, fault } = flip;
    return [
      words.flip(short(feature), this.value(from), words[relation](numberWords(to), nameOf(fault))),
    ];
  }

  /** Where most KPIs are missing, whoever reads the answer should know. */
  private holes(): string[] {
    const features = this.answer.evidence?.features ?? [];
    const missing = features.filter(({ value }) => value === null).length;
    return missing * 2 <= features.length
      ? []
      : [this.words.holes(countWords(missing), countWords(features.length))];
  }

  /** What else it could be. */
  private others(): string[] {
    const { words, nameOf, answer } = this;
    const { classes, probabilities, predictionSet, diagnosis, runnerUp } = answer;
    const shareOf = (fault: string): string =>
      this.percent(probabilities[classes.indexOf(fault)] ?? 0);
    const rate = this.rate();
    const next = runnerUp === null ? [] : [words.next(nameOf(runnerUp), shareOf(runnerUp))];
    if (predictionSet === null) return next;
    if (predictionSet.length === 0) return [words.none(rate), ...next];
    const others = predictionSet.filter((fault) => fault !== diagnosis)
      .sort((a, b) => probabilities[classes.indexOf(b)]! - probabilities[classes.indexOf(a)]!);
    if (others.length === 0) return answer.verdict === "unknown" ? [] : [words.alone(rate)];
    const named = others.slice(0, shownFaults).map((fault) =>
      words.withShare(nameOf(fault), shareOf(fault))
    );
    const more = others.length - named.length;
    const list = named.join(words.or) + (more > 0 ? ` +${more}` : "");
    return [
      predictionSet.includes(diagnosis) ? words.others(list, rate) : words.rather(list, rate),
    ];
  }

  private notes({ features, base, unit, method }: Evidence, hasRanges: boolean): string[] {
    const { words } = this;
    const rest = features.slice(shownFeatures);
    const sum = features.reduce((so, { contribution }) => so + contribution, base);
    const together = rest.reduce((so, { contribution }) => so + contribution, 0);
    const parts = [
      ...(rest.length === 0 ? [] : [words.more(countWords(rest.length), signed(together))]),
      unit === "score"
        ? words.score(rounded(base), rounded(sum))
        : words.probability(rounded(base), rounded(sum)),
      ...(method === "permutation" ? [words.sampled] : []),
      ...(hasRanges ? [words.rangesHelp] : []),
      ...(features.slice(0, shownFeatures).some(isOutside) ? [words.outside] : []),
    ];
    return [parts.join(this.language === "en" ? " " : "")];
  }

  private says(notice: string): boolean {
    return this.answer.notices.some(({ code }) => code === notice);
  }

  private value(value: number | null): string {
    return value === null ? this.words.missing : numberWords(value);
  }

  private range(range: readonly [number, number] | null): string {
    return range === null ? "–" : this.words.range(numberWords(range[0]), numberWords(range[1]));
  }

  /** A share that is not quite everything or nothing is not said to be. */
  private percent(share: number): string {
    const words = percentWords(share, this.language);
    if (share < 1 && words.startsWith("100")) return `> ${words.replace("100", "99.9")}`;
    return words.startsWith("0.0") ? `< ${words.replace("0.0", "0.1")}` : words;
  }

  /** A rate that someone chose, as it was chosen. */
  private rate(): string {
    const percent = Number((100 * this.answer.errorRate).toFixed(2));
    return this.language === "en" ? `${percent} %` : `${percent}%`;
  }
}

function weight({ contribution, standardError }: FeatureEvidence): string {
  return signed(contribution) + (standardError === null ? "" : ` ± ${rounded(standardError)}`);
}

function signed(value: number): string {
  const text = rounded(Math.abs(value));
  return Number(text) === 0 ? "0" : `${value > 0 ? "+" : "−"}${text}`;
}

function rounded(value: number): string {
  return value.toFixed(3);
}

function isOutside({ value, all }: FeatureEvidence): boolean {
  return value !== null && all !== null && (value < all[0] || value > all[1]);
}

function short(name: string): string {
  const text = name.replaceAll(/\s+/g, " ");
  return text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text;
}
