import { fileURLToPath } from "node:url";
import { z } from "zod";

/** What a command line did. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Runs `healer` with `args` as a process of its own, the way its task does. */
export async function healer(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Run> {
  const run = await healerCommand(args, env).output();
  const decoder = new TextDecoder();
  return { code: run.code, stdout: decoder.decode(run.stdout), stderr: decoder.decode(run.stderr) };
}

/** The process that {@linkcode healer} runs, for tests that do more than wait for its end. */
export function healerCommand(
  args: readonly string[],
  env: Record<string, string> = {},
): Deno.Command {
  const permissions = ["read", "write", "env", "sys", "ffi", "run"].map((name) =>
    `--allow-${name}`
  );
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", ...permissions, `${root}main.ts`, ...args],
    cwd: root,
    env: { LANG: "C", NO_COLOR: "1", ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  });
}

const answer = z.record(z.string(), z.unknown());

/** The one JSON object that a command printed with `--json`. */
export function answerOf(run: Run): Record<string, unknown> {
  return answer.parse(JSON.parse(run.stdout));
}

/** The code of the problem that a failed command printed with `--json`. */
export function problemOf(run: Run): { code: string; message: string; file: string | undefined } {
  const { error } = z.object({
    error: z.object({
      code: z.string(),
      message: z.object({ en: z.string(), zh: z.string() }),
      place: z.object({ file: z.string().optional() }),
      hint: z.object({ en: z.string().min(1), zh: z.string().min(1) }),
    }),
  }).parse(JSON.parse(run.stdout));
  return { code: error.code, message: error.message.en, file: error.place.file };
}

/** A folder that is gone once the test is over. */
export async function temporaryFolder(): Promise<
  AsyncDisposable & { path: (name: string) => string }
> {
  const folder = await Deno.makeTempDir({ prefix: "healer-test-" });
  return {
    path: (name) => `${folder}/${name}`,
    [Symbol.asyncDispose]: async () => await Deno.remove(folder, { recursive: true }),
  };
}
