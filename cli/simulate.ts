import type { Command } from "commander";
import { z } from "zod";
import { AtomicFile } from "@/pipeline/atomic_file.ts";
import { simulate } from "@/pipeline/simulator/simulate.ts";
import { writeSimulationCsv } from "@/pipeline/simulator/simulation_csv.ts";
import { seedOption, wholeNumber } from "./option_values.ts";
import { stoppable } from "./stoppable.ts";
import { terminalOf, userPath, withCommonOptions } from "./terminal.ts";

const optionsSchema = z.object({ rows: z.int(), seed: z.int(), out: z.string() });

const examples = `
Examples:
  healer simulate --rows 5000 --seed 1 --out cluster.csv`;

/** `healer simulate`: KPIs of a database cluster that fails on purpose, with the faults as labels. */
export function addSimulate(program: Command): void {
  const command = program.command("simulate")
    .description("write the KPIs of a simulated database cluster that fails on purpose")
    .requiredOption("--rows <number>", "rows to write", wholeNumber(1))
    .addOption(seedOption())
    .requiredOption("--out <file>", "the CSV file to write");
  withCommonOptions(command).addHelpText("after", examples).action(simulateFile);
}

async function simulateFile(given: unknown, command: Command): Promise<void> {
  const { rows, seed, out } = optionsSchema.parse(given);
  const terminal = terminalOf(command);
  const simulation = simulate({ rows, seed });
  await using file = await AtomicFile.create(userPath(out));
  using bar = stoppable(terminal.progress(seed));
  await writeSimulationCsv(simulation, file, (written) => bar.progress(written / rows));
  await file.commit();
  bar[Symbol.dispose]();
  terminal.say(
    {
      en: `${rows} rows × ${simulation.columns.length} KPIs → ${out}`,
      zh: `${rows} 行 × ${simulation.columns.length} 个 KPI → ${out}`,
    }[terminal.language],
  );
  terminal.answer({
    out,
    rows,
    kpis: simulation.columns.length,
    seed,
    topology: simulation.topology,
  });
}
