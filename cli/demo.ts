import type { Command } from "commander";
import { join } from "node:path";
import { readTable } from "@/pipeline/table/read_table.ts";
import { alignedLines } from "./aligned_lines.ts";
import { languageOption, terminalOf } from "./terminal.ts";

/** How many diagnoses the demo shows. */
const shownRows = 8;

/**
 * `healer demo`: the whole way on a simulated cluster, with the commands a user would type.
 *
 * @param run runs one command line and returns its exit code
 */
export function addDemo(program: Command, run: (args: string[]) => Promise<number>): void {
  const command = program.command("demo")
    .description("train on a simulated cluster, diagnose a batch and show the result");
  command.addOption(languageOption()).action(async (_, command: Command) =>
    await demo(command, run)
  );
}

async function demo(command: Command, run: (args: string[]) => Promise<number>): Promise<void> {
  const terminal = terminalOf(command);
  const folder = await Deno.makeTempDir({ prefix: "systemhealer-demo-" });
  const training = join(folder, "last-month.csv");
  const tonight = join(folder, "tonight.csv");
  const model = join(folder, "faults.onnx");
  const result = join(folder, "diagnoses.csv");
  const commands = [
    ["simulate", "--rows", "4000", "--seed", "1", "--out", training],
    ["train", training, "--label", "fault", "--group", "incident_id", "--out", model],
    ["simulate", "--rows", "1000", "--seed", "2", "--out", tonight],
    ["evaluate", model, tonight],
    ["diagnose", model, tonight, "--id", "time", "--out", result],
  ];
  for (const words of commands) {
    terminal.say(`\n$ healer ${words.join(" ")}`);
    await run([...words, "--lang", terminal.language]);
  }
  const { frame } = await readTable(result);
  const columns = ["time", "diagnosis", "confidence", "runner_up"];
  const cells = columns.map((name) => frame.getColumn(name).head(shownRows).toArray().map(String));
  const rows = Array.from(
    { length: Math.min(shownRows, frame.height) },
    (_, row) => cells.map((column) => column[row] ?? ""),
  );
  terminal.say(`\n${alignedLines([columns, ...rows]).join("\n")}\n…`);
}
