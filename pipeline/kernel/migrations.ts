/** Turns a notebook of one format into the next: plain JSON in, plain JSON out. */
export type Migration = (document: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** The format that is written. */
export const notebookFormat = 1;

/** From each older format to the one after it. */
export const migrations: ReadonlyMap<number, Migration> = new Map();

/**
 * `document` in the format `target`, by one step after another.
 *
 * @throws {RangeError} A step is missing, which is a defect of `steps`.
 */
export function migrate(
  document: Readonly<Record<string, unknown>>,
  format: number,
  target: number = notebookFormat,
  steps: ReadonlyMap<number, Migration> = migrations,
): Readonly<Record<string, unknown>> {
  let current = document;
  for (let from = format; from < target; from++) {
    const step = steps.get(from);
    if (step === undefined) throw new RangeError(`No migration leads from format ${from}.`);
    current = { ...step(current), format: from + 1 };
  }
  return current;
}
