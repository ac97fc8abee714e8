import type { FittedNovelty } from "../model/fit_novelty.ts";
import type { ModelFile } from "../model/model_file.ts";
import { writeScaled } from "../model/novelty_columns.ts";
import { readNovelty } from "../model/stored_novelty.ts";
import type { Notice } from "../problem.ts";
import { Random } from "../random.ts";
import type { DiagnosisBatch } from "./diagnosis.ts";
import { unknownRowsLeftOut } from "./findings_notices.ts";

/** A row that fits nothing known, with all its values. */
export interface UnknownRow {
  /** Its index among the unknown rows. */
  readonly index: number;
  readonly values: Float32Array;
}

/** What is kept of the rows that fit nothing known. */
export interface KeptUnknownRows {
  /** u ascending places in the result, from 0. */
  readonly places: Int32Array;
  /** u×`width` row-major: small whole numbers in which rows that are strange alike are near each other. */
  readonly sketches: Int8Array;
  readonly width: number;
  /** u class indices, the best guess of the model. */
  readonly codes: Int32Array;
  /** u names; null = in no incident. */
  readonly groups: readonly (string | null)[];
  /** Some of them, drawn at random. */
  readonly sample: readonly UnknownRow[];
  /** How many rows were read in all, and how many of them are unknown, kept or not. */
  readonly read: number;
  readonly unknown: number;
}

/** More are counted but not kept, and stand in no group. */
const mostKept = 200_000;

/** So many are compared with each other. */
const sampleSize = 1200;

/** How fine sketches are; the root of 16 standard deviations is the most there is. */
const unit = 31;

/** Gathers the unknown rows of a diagnosis batch by batch, in bounded memory. */
export class UnknownRows {
  private readonly space: FittedNovelty["space"] | null;
  private readonly codeOf: ReadonlyMap<string, number>;
  private readonly places: number[] = [];
  private readonly codes: number[] = [];
  private readonly groups: (string | null)[] = [];
  private readonly sample: UnknownRow[] = [];
  private readonly random = new Random(0);
  private sketches = new Int8Array();
  private before = 0;
  private read = 0;
  private unknown = 0;

  /** @throws {HealerError} `model/broken-summary` */
  constructor(model: ModelFile) {
    const stored = model.summary()?.novelty;
    this.space = stored === undefined ? null : readNovelty(stored).space;
    this.codeOf = new Map(model.card.classes.map((name, code) => [name, code]));
  }

  /**
   * Takes the next rows.
   *
   * @param values n×d row-major, of the rows that could be read
   * @param frameRows for each of these its place in the batch
   * @param groups the incident of each row of the batch, where the table has some
   */
  add(
    batch: DiagnosisBatch,
    values: Float32Array,
    frameRows: Int32Array,
    groups: readonly (string | null)[] | null,
  ): void {
    this.read += frameRows.length;
    for (const [frameRow, row] of frameRows.entries()) {
      if (batch.judgement.verdicts[row] !== "unknown") continue;
      this.unknown++;
      if (this.space === null || this.places.length >= mostKept) continue;
      const index = this.places.length;
      this.places.push(this.before + row);
      this.codes.push(this.codeOf.get(batch.diagnosis[row] ?? "") ?? 0);
      this.groups.push(groups?.[row] ?? null);
      const width = values.length / frameRows.length;
      const own = values.subarray(frameRow * width, (frameRow + 1) * width);
      this.addSketch(this.space, own, index);
      const drawn = index < sampleSize ? index : this.random.below(index + 1);
      if (drawn < sampleSize) this.sample[drawn] = { index, values: own.slice() };
    }
    this.before += batch.rows;
  }

  /** What was kept; the sample in the order of the result. */
  kept(): KeptUnknownRows {
    const width = this.space?.columns.length ?? 0;
    return {
      places: Int32Array.from(this.places),
      sketches: this.sketches.subarray(0, this.places.length * width),
      width,
      codes: Int32Array.from(this.codes),
      groups: this.groups,
      sample: this.sample.toSorted((a, b) => a.index - b.index),
      read: this.read,
      unknown: this.unknown,
    };
  }

  /** What of the rows stands in no group, and why. */
  notices(): Notice[] {
    return this.space !== null && this.unknown > mostKept
      ? [unknownRowsLeftOut(this.unknown, mostKept)]
      : [];
  }

  private addSketch(
    space: FittedNovelty["space"],
    values: Float32Array,
    index: number,
  ): void {
    const width = space.columns.length;
    const scaled = new Float32Array(width);
    writeScaled(space, values, values.length, 0, 1, scaled, width);
    if (this.sketches.length < (index + 1) * width) {
      const grown = new Int8Array(Math.max(1024 * width, 2 * this.sketches.length));
      grown.set(this.sketches);
      this.sketches = grown;
    }
    // The root lets many columns that moved say more than one that moved far.
    const roots = scaled.map((value) =>
      Math.round(unit * Math.sign(value) * Math.sqrt(Math.abs(value)))
    );
    this.sketches.set(roots, index * width);
  }
}
