import { z } from "zod";
import { writeAtomically } from "../atomic_file.ts";
import { HealerError } from "../problem.ts";
import { calibrationMethodSchema } from "../model/calibration.ts";
import { modelCardSchema } from "../model/model_card.ts";
import { recipeSchema } from "../model/recipe.ts";
import { validationSchema } from "../model/validation.ts";
import { tuningProblem } from "./problems.ts";
import { type FinishedTrial, trialSchema } from "./trial.ts";

/** What a search depends on but for time: with the same header come the same trials, as far as it gets. */
export const searchHeaderSchema = z.strictObject({
  format: z.literal(1),
  engine: z.string(),
  /** The versions of all steps and learners. */
  versions: z.record(z.string(), z.int()),
  /** The SHA-256 of the table's file, and the columns that were read from it. */
  data: z.strictObject({
    sha256: z.string(),
    rows: z.int(),
    features: z.array(z.string()),
    columns: modelCardSchema.shape.columns,
  }),
  learners: z.array(z.string()),
  /** Steps that stand in front of every recipe. */
  steps: recipeSchema.shape.steps,
  folds: z.int(),
  validation: validationSchema,
  seed: z.int(),
  limit: z.union([
    z.strictObject({ trials: z.int() }),
    z.strictObject({ seconds: z.number() }),
  ]),
  ensemble: z.boolean(),
  calibration: calibrationMethodSchema,
  tuneDecision: z.boolean(),
});

/** See {@linkcode searchHeaderSchema}. */
export type SearchHeader = z.infer<typeof searchHeaderSchema>;

const lineSchema = z.strictObject({
  ...trialSchema.shape,
  /** How long the search had taken when the trial was over, in seconds. */
  elapsed_seconds: z.number(),
  /** The out-of-fold probabilities, n×k float32 little-endian in base64, where all folds were tested. */
  probabilities: z.string().nullable(),
});

/** What a journal holds. */
export interface JournalContent {
  readonly header: SearchHeader;
  readonly trials: readonly FinishedTrial[];
  readonly elapsedSeconds: number;
  /** How many bytes of the file are whole lines. */
  readonly wholeBytes: number;
}

/**
 * The list of trials of a search, one line of JSON each behind a header, appended as soon as a trial is over: a
 * search that was killed goes on from there, and the list can be replayed.
 */
export class TrialJournal implements Disposable {
  private constructor(
    private readonly file: Deno.FsFile,
    /** The trials that an earlier run of the same search has left. */
    readonly trials: readonly FinishedTrial[],
    /** How long they took. */
    readonly elapsedSeconds: number,
  ) {}

  /**
   * Opens the journal of a search, or begins one. That of another search, and what is no journal, is replaced.
   *
   * @throws {HealerError} `file/not-writable`
   */
  static async open(path: string, header: SearchHeader): Promise<TrialJournal> {
    const content = await readUnlessAbsent(path);
    const isSame = content && JSON.stringify(content.header) === JSON.stringify(header);
    if (!isSame) await writeAtomically(path, lineBytes(header));
    const file = await Deno.open(path, { read: true, write: true });
    if (isSame) await file.truncate(content.wholeBytes);
    await file.seek(0, Deno.SeekMode.End);
    return new TrialJournal(
      file,
      isSame ? content.trials : [],
      isSame ? content.elapsedSeconds : 0,
    );
  }

  /** Adds a trial and waits until the disk has it. */
  append({ probabilities, ...trial }: FinishedTrial, elapsedSeconds: number): void {
    const bytes = lineBytes({
      ...trial,
      elapsed_seconds: elapsedSeconds,
      probabilities: probabilities && encodeFloats(probabilities),
    });
    for (let written = 0; written < bytes.length;) {
      written += this.file.writeSync(bytes.subarray(written));
    }
    this.file.syncDataSync();
  }

  [Symbol.dispose](): void {
    this.file.close();
  }
}

/**
 * Reads a journal; a last line that was cut short is left out.
 *
 * @throws {HealerError} `tuning/no-journal` where there is none, or it is damaged
 */
export async function readJournal(path: string): Promise<JournalContent> {
  const content = await readUnlessAbsent(path);
  if (content === undefined) throw new HealerError(tuningProblem.noJournal(path));
  return content;
}

async function readUnlessAbsent(path: string): Promise<JournalContent | undefined> {
  let text;
  try {
    text = await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const [first = "", ...rest] = whole.split("\n");
  const header = searchHeaderSchema.safeParse(jsonOf(first));
  if (!header.success) return undefined;
  const trials: FinishedTrial[] = [];
  let elapsedSeconds = 0;
  for (const line of rest.slice(0, -1)) {
    const parsed = lineSchema.safeParse(jsonOf(line));
    if (!parsed.success) return undefined;
    const { elapsed_seconds, probabilities, ...trial } = parsed.data;
    trials.push({
      ...trial,
      probabilities: probabilities === null ? null : floatsOf(probabilities),
    });
    elapsedSeconds = elapsed_seconds;
  }
  const wholeBytes = new TextEncoder().encode(whole).length;
  return { header: header.data, trials, elapsedSeconds, wholeBytes };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function lineBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value) + "\n");
}

function encodeFloats(values: Float32Array): string {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice().toBase64();
}

function floatsOf(text: string): Float32Array {
  return new Float32Array(Uint8Array.fromBase64(text).buffer);
}
