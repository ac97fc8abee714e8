import type { Text } from "../problem.ts";
import { type DiagnosisBatch, resultColumns } from "./diagnosis.ts";

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
}

/** The columns of a result, in order; an id column that bears the name of another one is called `id`. */
export function resultHeader({ idColumn, classes }: ResultLayout): string[] {
  const others = [
    ...resultColumns.before,
    ...classes.map((name) => `p_${name}`),
    ...resultColumns.after,
  ];
  return [others.includes(idColumn) ? "id" : idColumn, ...others];
}

/** A row's warnings in one cell. */
export function warningText(batch: DiagnosisBatch, row: number, language: keyof Text): string {
  return (batch.warnings.get(row) ?? []).map((warning) => warning[language]).join("; ");
}

/** A probability as results show it: six decimals, well below what parity allows. */
export function roundProbability(probability: number): number {
  return Math.round(probability * 1e6) / 1e6;
}
