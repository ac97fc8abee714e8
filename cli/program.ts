import { Command, CommanderError } from "commander";
import { HealerError } from "@/pipeline/problem.ts";
import { engineVersion } from "@/pipeline/version.ts";
import { addDemo } from "./demo.ts";
import { addDiagnose } from "./diagnose.ts";
import { addEvaluate } from "./evaluate.ts";
import { addSimulate } from "./simulate.ts";
import {
  environmentLanguage,
  isWrongUsage,
  openTerminal,
  printProblem,
  terminalOf,
} from "./terminal.ts";
import { addTrain } from "./train.ts";

/** The exit codes of every command. */
export const exitCodes = { done: 0, failed: 1, wrongUsage: 2 } as const;

/**
 * Runs one command line and returns its exit code: 0 done, 1 failed, 2 wrong usage.
 *
 * @param args the words after the program's name
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  let terminal = openTerminal({ json: args.includes("--json"), language: environmentLanguage() });
  const program = new Command("healer")
    .description("From tables of KPIs to diagnosis and cure.")
    .version(engineVersion)
    .exitOverride()
    .showHelpAfterError("Run the command with --help to see how it is used.")
    .hook("preAction", (_, command) => {
      terminal = terminalOf(command);
    });
  for (const add of [addTrain, addEvaluate, addDiagnose, addSimulate]) add(program);
  addDemo(program, runCommandLine);
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
    }
    if (!(error instanceof HealerError)) throw error;
    printProblem(terminal, error.problem);
    return isWrongUsage(error) ? exitCodes.wrongUsage : exitCodes.failed;
  }
}
