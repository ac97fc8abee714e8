import * as z from "zod/mini";
import { HealerError, type Problem } from "../problem.ts";
import { firstLine, kernelProblem } from "./kernel_problems.ts";

export const textSchema = z.strictObject({ en: z.string(), zh: z.string() });

/** A problem that comes out of another process or a file. */
export const problemSchema = z.object({
  code: z.string(),
  message: textSchema,
  place: z.object({
    file: z.exactOptional(z.string()),
    line: z.exactOptional(z.int()),
    column: z.exactOptional(z.int()),
    cell: z.exactOptional(z.string()),
    param: z.exactOptional(z.string()),
  }),
  hint: textSchema,
});

/** `problem` as one of the cell `cell`. */
export function atCell(problem: Problem, cell: string): Problem {
  return { ...problem, place: { ...problem.place, cell } };
}

/** Codes of the system for a disk that takes no more. */
const fullDisk: ReadonlySet<unknown> = new Set(["ENOSPC", "EDQUOT", "EROFS"]);

/** The problem that `error` stands for in the cell `cell`; undefined where it is a defect. */
export function problemOf(error: unknown, cell: string): Problem | undefined {
  if (error instanceof HealerError) return atCell(error.problem, cell);
  const isFull = error instanceof Error && "code" in error && fullDisk.has(error.code);
  return isFull ? kernelProblem.notWritable(cell, firstLine(error)) : undefined;
}
