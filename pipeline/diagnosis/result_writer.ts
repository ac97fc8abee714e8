import type { Text } from "../problem.ts";
import { type DiagnosisBatch, resultColumns } from "./diagnosis.ts";
import { predictionSetText } from "./prediction_set_text.ts";
import type { Verdict } from "./verdict.ts";

/** Writes diagnoses to a file that appears only once it is whole; disposing it unfinished leaves nothing. */
export interface ResultWriter extends AsyncDisposable {
  write(batch: DiagnosisBatch): Promise<void>;
  finish(): Promise<void>;
}

/** What every result file is written from. */
export interface ResultLayout {
  /** The header of the first column. */
  readonly idColumn: string;
  readonly classes: readonly string[];
  /** The language of the warnings. */
  readonly language: keyof Text;
  /** Whether verdict, prediction set and novelty follow the warnings. */
  readonly details: boolean;
}

/** The columns of a result, in order; an id column that bears the name of another one is called `id`. */
export function resultHeader({ idColumn, classes, details }: ResultLayout): string[] {
  const others = [
    ...resultColumns.before,
    ...classes.map((name) => `p_${name}`),
    ...resultColumns.after,
    ...(details ? resultColumns.details : []),
  ];
  return [others.includes(idColumn) ? "id" : idColumn, ...others];
}

/** A row's warnings in one cell. */
export function warningText(batch: DiagnosisBatch, row: number, language: keyof Text): string {
  return (batch.warnings.get(row) ?? []).map((warning) => warning[language]).join("; ");
}

/** What a result with details says of a row's judgement. */
export interface RowDetails {
  /** null where the model cannot judge the row. */
  readonly verdict: Verdict | null;
  /** null where the row was not read or the model makes no sets. */
  readonly predictionSet: string | null;
  readonly novelty: number | null;
}

/** See {@linkcode RowDetails}. */
export function detailsOf(
  { judgement: { sets, novelty, verdicts } }: DiagnosisBatch,
  row: number,
  classes: readonly string[],
): RowDetails {
  const verdict = verdicts[row] ?? null;
  const isKnown = sets !== null && verdict !== "unread";
  const start = row * classes.length;
  const pValue = novelty?.[row] ?? NaN;
  return {
    verdict,
    predictionSet: isKnown
      ? predictionSetText(classes.filter((_, code) => sets[start + code] === 1))
      : null,
    novelty: Number.isNaN(pValue) ? null : pValue,
  };
}

/** {@linkcode roundProbability} as text, in a third of the time that numbers take. */
export function probabilityText(probability: number): string {
  let digits = Math.round(probability * 1e6);
  if (!(digits > 0 && digits < 1e6)) return String(roundProbability(probability));
  let decimals = 6;
  for (; digits % 10 === 0; decimals--) digits /= 10;
  return `0.${String(digits).padStart(decimals, "0")}`;
}

/** A probability as results show it: six decimals, well below what parity allows. */
export function roundProbability(probability: number): number {
  return Math.round(probability * 1e6) / 1e6;
}
