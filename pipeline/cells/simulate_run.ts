import { createHash } from "node:crypto";
import { AtomicFile } from "../atomic_file.ts";
import { simulate } from "../simulator/simulate.ts";
import { writeSimulationCsv } from "../simulator/simulation_csv.ts";
import type { CellContext, CellInputs, CellOutput } from "./cell_kind.ts";
import { cellPartOf } from "./cell_part.ts";
import { importTable } from "./import_table.ts";
import { importedResult } from "./imported_result.ts";
import type { SimulateParams } from "./simulate.ts";
import { underNames } from "./table_file.ts";

/** See {@linkcode simulateCluster}. */
export async function runSimulate(
  _inputs: CellInputs,
  { rows, shards, seed }: SimulateParams,
  context: CellContext,
): Promise<CellOutput> {
  const path = context.scratchPath("csv");
  const name = `simulation-${rows}-rows-seed-${seed}.csv`;
  const options = { rows, shards, seed };
  const sha256 = await underNames(
    new Map([[path, name]]),
    () => writeSimulation(path, options, context),
  );
  const rest = cellPartOf(context, 0.6, 1);
  const imported = await importTable({
    path,
    name,
    sha256,
    reading: {},
    roles: { label: "fault", group: "incident_id", time: "time" },
  }, rest);
  await Deno.remove(path);
  return await importedResult(imported, rest);
}

/** Writes the simulation as CSV and returns the SHA-256 of its bytes. */
async function writeSimulation(
  path: string,
  options: Parameters<typeof simulate>[0],
  context: CellContext,
): Promise<string> {
  await using file = await AtomicFile.create(path);
  const hash = createHash("sha256");
  const writer = {
    write: async (chunk: Uint8Array) => {
      hash.update(chunk);
      await file.write(chunk);
    },
  };
  await writeSimulationCsv(
    simulate(options),
    writer,
    (written) => context.progress(0.6 * written / options.rows, { en: "simulating", zh: "模拟中" }),
  );
  await file.commit();
  return hash.digest("hex");
}
