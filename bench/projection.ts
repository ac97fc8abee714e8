import { mapUnits } from "@/pipeline/projection/map_units.ts";
import { project, type ProjectionMethod } from "@/pipeline/projection/project.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { simulatedRows } from "@/tests/pipeline/simulator/simulated_rows.ts";

/** The time that each method takes to map simulated rows. Usage: `projection.ts [rows]`. */
function main(rows: number): void {
  const context = quietContext(1);
  const units = mapUnits(simulatedRows(rows, 1).matrix, "rank", context);
  console.log(`${units.rows} rows × ${units.width} features`);
  const methods: readonly ProjectionMethod[] = ["pca", "tsne", "umap"];
  for (const method of methods) {
    const start = performance.now();
    const options = { method, perplexity: 30, neighbours: 15, minDistance: 0.1 };
    const projection = project(units, options, context);
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    const fit = projection.method === "tsne" ? `  KL ${projection.divergence.toFixed(3)}` : "";
    console.log(`${method.padEnd(6)} ${seconds} s${fit}`);
  }
}

if (import.meta.main) main(Number(Deno.args[0] ?? 2000));
