import { z } from "zod";
import { HealerError, type Problem } from "../pipeline/problem.ts";
import { storeProblem } from "./problems.ts";

/** What Deno says of a failed system call and SQLite of a failed statement. */
const failureSchema = z.object({
  message: z.string(),
  code: z.string().optional(),
  errcode: z.int().optional(),
});

/**
 * The error for a failed system call or SQLite statement on the workspace in `folder`; what is a
 * {@linkcode HealerError} already stays as it is.
 */
export function storeError(folder: string, cause: unknown): HealerError {
  if (cause instanceof HealerError) return cause;
  return new HealerError(problemOf(folder, cause), { cause });
}

/** Whether a system call failed with the error code `code`, such as `EXDEV`. */
export function failedWith(code: string, cause: unknown): boolean {
  return failureSchema.safeParse(cause).data?.code === code;
}

function problemOf(folder: string, cause: unknown): Problem {
  if (cause instanceof Deno.errors.NotCapable) return storeProblem.notWritable(folder);
  const failure = failureSchema.safeParse(cause).data;
  if (failure === undefined) return storeProblem.failed(folder, String(cause));
  const { errcode, message } = failure;
  switch (nativeCode(message) ?? failure.code) {
    case "ENOSPC":
    case "EDQUOT":
      return storeProblem.diskFull(folder);
    case "EROFS":
    case "EACCES":
    case "EPERM":
      return storeProblem.notWritable(folder);
    case "EEXIST":
    case "ENOTDIR":
      return storeProblem.notAFolder(folder);
  }
  // The low byte is the primary result code: https://www.sqlite.org/rescode.html
  switch (errcode === undefined ? undefined : errcode & 0xff) {
    case 8:
      return storeProblem.notWritable(folder);
    case 11:
    case 26:
      return storeProblem.damaged(folder, message);
    case 13:
      return storeProblem.diskFull(folder);
  }
  return storeProblem.failed(folder, message);
}

/** Polars says what the system said in its message only. */
function nativeCode(message: string): string | undefined {
  const [, number] = /\(os error (\d+)\)/.exec(message) ?? [];
  return { 1: "EPERM", 13: "EACCES", 28: "ENOSPC", 30: "EROFS", 122: "EDQUOT" }[Number(number)];
}
