import { Command, CommanderError } from "commander";
import { HealerError, type Problem } from "@/pipeline/problem.ts";
import { engineVersion } from "@/pipeline/version.ts";
import { exitCodes } from "./exit_codes.ts";
import {
  environmentLanguage,
  isWrongUsage,
  type Language,
  openTerminal,
  printProblem,
  terminalOf,
} from "./terminal.ts";
import { usageProblem } from "./usage_problem.ts";

type AddCommand = (program: Command) => void;

/** Each command is loaded only when it is called: the server must not carry the engine's native parts. */
const commands = new Map<string, () => Promise<AddCommand>>([
  ["serve", async () => (await import("./serve.ts")).addServe],
  ["train", async () => (await import("./train.ts")).addTrain],
  ["evaluate", async () => (await import("./evaluate.ts")).addEvaluate],
  ["diagnose", async () => (await import("./diagnose.ts")).addDiagnose],
  ["explain", async () => (await import("./explain.ts")).addExplain],
  ["faults", async () => (await import("./faults.ts")).addFaults],
  ["replay", async () => (await import("./replay.ts")).addReplay],
  ["simulate", async () => (await import("./simulate.ts")).addSimulate],
  ["run", async () => (await import("./run.ts")).addRun],
  ["export", async () => (await import("./export.ts")).addExport],
  ["kinds", async () => (await import("./kinds.ts")).addKinds],
  ["demo", async () => {
    const { addDemo } = await import("./demo.ts");
    return (program) => addDemo(program, runCommandLine);
  }],
]);

const defaultCommand = "serve";

/**
 * Runs one command line and returns its exit code: 0 done, 1 failed, 2 wrong usage.
 *
 * @param given the words after the program's name; without a command's name the server is started
 */
export async function runCommandLine(given: readonly string[]): Promise<number> {
  const args = withCommand(given);
  let terminal = openTerminal({ json: args.includes("--json"), language: languageOf(args) });
  const program = new Command("healer")
    .description("From tables of KPIs to diagnosis and cure.")
    .version(engineVersion)
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .hook("preAction", (_, command) => {
      terminal = terminalOf(command);
    });
  const named = commands.get(args[0] ?? "");
  for (const load of named ? [named] : commands.values()) (await load())(program);
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.done;
      printProblem(terminal, usageProblem(error));
      return exitCodes.wrongUsage;
    }
    const problem = error instanceof HealerError ? error.problem : defect(error);
    printProblem(terminal, problem);
    return isWrongUsage(problem) ? exitCodes.wrongUsage : exitCodes.failed;
  }
}

/** The language to complain in before the options have been read. */
function languageOf(args: readonly string[]): Language {
  const asked = args[args.indexOf("--lang") + 1];
  return args.includes("--lang") && (asked === "en" || asked === "zh")
    ? asked
    : environmentLanguage();
}

/** An error that nobody foresaw: its text without the stack, which is of no use to a user. */
function defect(error: unknown): Problem {
  const text = String(error);
  return {
    code: "program/defect",
    message: {
      en: `Cannot go on: the program has a defect: ${text}`,
      zh: `无法继续：程序存在缺陷：${text}`,
    },
    place: {},
    hint: {
      en: "Please report it with the command, this text and, if you may, the file.",
      zh: "请附上命令、此信息以及（如可提供）相关文件进行反馈。",
    },
  };
}

/** `healer --port 9000` means `healer serve --port 9000`; help and version are the program's own. */
function withCommand(args: readonly string[]): readonly string[] {
  const [first] = args;
  const isOwn = ["-h", "--help", "-V", "--version"].includes(first ?? "");
  return first === undefined || (first.startsWith("-") && !isOwn)
    ? [defaultCommand, ...args]
    : args;
}
