import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { HealerError } from "@/pipeline/problem.ts";
import { exitCodes } from "../exit_codes.ts";
import { environmentLanguage, openTerminal, printProblem } from "../terminal.ts";
import { Flow } from "./flow.ts";
import { scriptProblem } from "./script_problems.ts";

const argumentsSchema = z.object({
  out: z.string().default("."),
  data: z.array(z.string().regex(/^[^=]+=.+$/s)).default([]),
  lang: z.enum(["en", "zh"]).default(environmentLanguage()),
});

/**
 * Runs a script made from a notebook: reads its arguments (`--data CELL=FILE`, `--out FOLDER`, `--lang en|zh`),
 * gives it a kernel, tells what goes wrong, and ends the process: 0 done, 1 failed, 2 wrong usage.
 */
export async function runFlow(
  body: (flow: Flow) => Promise<void>,
  given: readonly string[] = Deno.args,
): Promise<never> {
  let language = environmentLanguage();
  try {
    const { out, data, lang } = readArguments(given);
    language = lang;
    const files = data.map((pair): [string, string] => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), pair.slice(at + 1)];
    });
    const terminal = openTerminal({ json: false, language });
    await using flow = await Flow.open({ terminal, out: resolve(out), data: new Map(files) });
    await body(flow);
  } catch (error) {
    if (!(error instanceof HealerError)) throw error;
    printProblem(openTerminal({ json: false, language }), error.problem);
    const isUsage = error.problem.code === "script/bad-arguments";
    Deno.exit(isUsage ? exitCodes.wrongUsage : exitCodes.failed);
  }
  Deno.exit(exitCodes.done);
}

/** @throws {HealerError} `script/bad-arguments` */
function readArguments(given: readonly string[]): z.infer<typeof argumentsSchema> {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        out: { type: "string" },
        data: { type: "string", multiple: true },
        lang: { type: "string" },
      },
    });
    return argumentsSchema.parse({ ...values });
  } catch (cause) {
    const detail = cause instanceof z.ZodError
      ? `--${cause.issues[0]?.path[0]?.toString() ?? ""}`
      : cause instanceof Error
      ? cause.message
      : String(cause);
    throw new HealerError(scriptProblem.badArguments(detail), { cause });
  }
}
