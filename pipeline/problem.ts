/** A text in the two languages of the interface. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** Where something is wrong; lines and columns count from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly cell?: string;
  readonly param?: string;
}

/**
 * What went wrong, as data: every area of the engine lists its problems in a `problems.ts`, one function
 * a code, so that the codes form a discriminated union.
 */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly message: Text;
  readonly place: Place;
  /** What to do next. */
  readonly hint: Text;
}

/** Something worth saying that stops nothing: a guess, an ignored column, rows set aside. */
export interface Notice {
  readonly code: string;
  readonly message: Text;
  readonly place?: Place;
}

/** The one error the engine throws on purpose; anything else is a defect. */
export class HealerError extends Error {
  override readonly name = "HealerError";

  constructor(readonly problem: Problem, options?: ErrorOptions) {
    super(problem.message.en, options);
  }
}

/** Runs `work`; a problem that does not say in which file it is, is said to be in `file`. */
export async function inFile<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof HealerError) || error.problem.place.file !== undefined) throw error;
    const { problem } = error;
    throw new HealerError({ ...problem, place: { file, ...problem.place } }, { cause: error });
  }
}
