import type pl from "nodejs-polars";
import type { ModelFile } from "../model/model_file.ts";
import { incidentScore, strangeRow } from "../model/incident_novelty.ts";
import { type NoveltyGrid, NoveltyQuantiles } from "../model/novelty_grid.ts";
import { readNovelty } from "../model/stored_novelty.ts";
import type { Notice } from "../problem.ts";
import { textCells } from "./diagnose_rows.ts";
import type { DiagnosisBatch } from "./diagnosis.ts";
import type { Incident } from "./findings.ts";
import { fewTrainingIncidents, incidentsLeftOut, leastIncidents } from "./findings_notices.ts";
import { normalClass } from "./normal_class.ts";

/** Later incidents are left out. */
const mostIncidents = 10_000;

/** Below this share of rows that are not normal the incident is. */
const leastFaulty = 0.1;

interface Count {
  readonly firstRow: number;
  rows: number;
  strange: number;
  readonly diagnosed: Map<string, number>;
}

/**
 * Gathers batch by batch what the rows of each incident are diagnosed as and how strange they are. An incident is
 * strange by the share of its rows that are, beside the incidents of the training data as models saw them that
 * had not been trained on them.
 */
export class IncidentTally {
  private readonly counts = new Map<string, Count>();
  private readonly normal: string | null;
  private readonly training: NoveltyGrid | null;
  private readonly quantiles: NoveltyQuantiles | null;
  private before = 0;
  private leftOut = false;

  /** @throws {HealerError} `model/broken-summary` */
  constructor(model: ModelFile, private readonly errorRate: number) {
    this.normal = normalClass(model.card.classes);
    const stored = model.summary()?.novelty;
    const { incidents = null } = stored === undefined ? {} : readNovelty(stored);
    this.training = incidents;
    this.quantiles = incidents && new NoveltyQuantiles(incidents);
  }

  /**
   * Takes the next rows.
   *
   * @param groups The incident of each row of the batch; null = none.
   */
  add(batch: DiagnosisBatch, groups: readonly (string | null)[]): void {
    const { rows, diagnosis, judgement: { novelty } } = batch;
    for (let row = 0; row < rows; row++) {
      const count = this.countOf(groups[row] ?? null, this.before + row + 1);
      if (count === undefined) continue;
      count.rows++;
      const p = novelty?.[row] ?? NaN;
      if (p <= strangeRow) count.strange++;
      const name = diagnosis[row] ?? null;
      if (name !== null) count.diagnosed.set(name, (count.diagnosed.get(name) ?? 0) + 1);
    }
    this.before += rows;
  }

  /** The incidents so far, in the order of their first rows. */
  incidents(): Incident[] {
    return [...this.counts].map(([group, { rows, firstRow, strange, diagnosed }]) => {
      const [diagnosis, count] = this.mainDiagnosis(diagnosed);
      const novelty = diagnosis === null
        ? null
        : this.quantiles?.pValue(incidentScore(strange, rows)) ?? null;
      return {
        group,
        rows,
        firstRow,
        diagnosis,
        diagnosed: count,
        novelty,
        isUnknown: novelty !== null && novelty <= this.errorRate,
      };
    });
  }

  /** What cannot be said of these incidents, and why. */
  notices(): Notice[] {
    const { training, errorRate } = this;
    const isFew = training !== null && this.counts.size > 0 &&
      training.count < leastIncidents(errorRate);
    return [
      ...(isFew ? [fewTrainingIncidents(training.count, errorRate)] : []),
      ...(this.leftOut ? [incidentsLeftOut(mostIncidents)] : []),
    ];
  }

  private countOf(group: string | null, firstRow: number): Count | undefined {
    if (group === null) return undefined;
    const known = this.counts.get(group);
    if (known !== undefined) return known;
    if (this.counts.size >= mostIncidents) {
      this.leftOut = true;
      return undefined;
    }
    const count = { firstRow, rows: 0, strange: 0, diagnosed: new Map<string, number>() };
    this.counts.set(group, count);
    return count;
  }

  private mainDiagnosis(
    diagnosed: ReadonlyMap<string, number>,
  ): [diagnosis: string | null, rows: number] {
    const all = [...diagnosed].sort((a, b) => b[1] - a[1]);
    const read = all.reduce((sum, [, rows]) => sum + rows, 0);
    const faults = all.filter(([name]) => name !== this.normal);
    const faulty = faults.reduce((sum, [, rows]) => sum + rows, 0);
    const main = faults.length > 0 && faulty >= leastFaulty * read ? faults[0] : all[0];
    return main === undefined ? [null, 0] : [main[0], main[1]];
  }
}

/**
 * The incident of each of n rows of a batch by the cells of `column`; null where a row could not be read or the
 * cell is empty.
 *
 * @param frameRows for each row of `frame` its place in the batch
 */
export function incidentsOf(
  frame: pl.DataFrame,
  frameRows: Int32Array,
  rows: number,
  column: string,
): (string | null)[] {
  const groups = new Array<string | null>(rows).fill(null);
  for (const [frameRow, cell] of textCells(frame, column).entries()) {
    groups[frameRows[frameRow]!] = cell === null || cell.trim() === "" ? null : cell;
  }
  return groups;
}
