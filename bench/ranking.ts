import { learners } from "@/pipeline/learners/registry.ts";
import { crossValidate } from "@/pipeline/model/cross_validation.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { simulatedRows } from "@/tests/pipeline/simulator/simulated_rows.ts";

/**
 * How well every learner, as it comes, tells the faults of simulated incidents it has not seen: macro-F1 of five
 * folds of whole incidents, and the time all five took, for each of `seeds`. Usage: `ranking.ts [rows] [seeds]`.
 */
async function main(rows: number, seeds: number): Promise<void> {
  const lines: { readonly name: string; readonly mean: number; readonly text: string }[] = [];
  for (const { name } of learners) {
    const scores: number[] = [];
    const start = performance.now();
    for (let seed = 1; seed <= seeds; seed++) {
      const { matrix, labels, groups } = simulatedRows(rows, seed);
      const context = { ...quietContext(seed), threads: navigator.hardwareConcurrency };
      const options = { folds: 5, groups };
      const scored = await crossValidate(defaultRecipe(name), matrix, labels, options, context);
      scores.push(scored.evaluation.macro_f1);
    }
    const seconds = (performance.now() - start) / 1000 / seeds;
    const mean = scores.reduce((sum, score) => sum + score, 0) / seeds;
    const each = scores.map((score) => score.toFixed(3)).join(" ");
    const text = `${name.padEnd(26)} macro-F1 ${mean.toFixed(3)} (${each})  ${
      seconds.toFixed(1)
    } s`;
    console.error(text);
    lines.push({ name, mean, text });
  }
  lines.sort((a, b) => b.mean - a.mean);
  console.log(lines.map(({ text }) => text).join("\n"));
}

if (import.meta.main) await main(Number(Deno.args[0] ?? 5000), Number(Deno.args[1] ?? 3));
