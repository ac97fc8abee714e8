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
  const names = classes.filter((_, code) => sets?.[row * classes.length + code] === 1);
  const pValue = novelty?.[row] ?? NaN;
  return {
    verdict,
    predictionSet: isKnown ? predictionSetText(names) : null,
    novelty: Number.isNaN(pValue) ? null : pValue,
  };
}

/** A probability as results show it: six decimals, well below what parity allows. */
export function roundProbability(probability: number): number {
  return Math.round(probability * 1e6) / 1e6;
}
