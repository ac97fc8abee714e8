import { planFolds } from "../model/cross_validation.ts";
import type { TrainingTable } from "../model/training_table.ts";
import { foldOptionsOf } from "../model/validation.ts";
import { HealerError } from "../problem.ts";
import { partOf, type RunContext } from "../run_context.ts";
import { type FoundModel, searchHeader, trainBest } from "./find_model.ts";
import { tuningProblem } from "./problems.ts";
import { type FinishedTrial, forgetTheRest } from "./trial.ts";
import type { JournalContent, SearchHeader } from "./trial_journal.ts";
import { TrialRunner } from "./trial_runner.ts";

/** The share of the progress that the trials take. */
const trialsShare = 0.85;

/**
 * Trains every recipe of a journal that was scored once more on the same folds, and from them the same model: the
 * bytes are those the search gave, whatever stopped it.
 *
 * @param file The name of the journal, for problems.
 * @throws {HealerError} `tuning/other-data` for another table, `tuning/other-engine` for other versions of what
 *   is inside; where a recipe cannot be trained; when cancelled.
 */
export async function replaySearch(
  table: TrainingTable,
  { header, trials }: JournalContent,
  { file, keepRows }: { readonly file: string; readonly keepRows: boolean },
  context: RunContext,
): Promise<FoundModel> {
  checkSame(table, header, file, keepRows);
  const { labels, matrix } = table;
  const foldOptions = foldOptionsOf(table, header);
  const { splits, notices } = planFolds(labels, foldOptions, header.seed);
  const seeded = { ...partOf(context, 0, 1, header.seed) };
  const again: FinishedTrial[] = [];
  using runner = new TrialRunner(matrix, labels, splits, foldOptions, seeded);
  for (const [index, trial] of trials.entries()) {
    const part = partOf(
      seeded,
      trialsShare * index / trials.length,
      trialsShare * (index + 1) / trials.length,
    );
    const outcome = trial.state === "scored"
      ? await runner.run(trial.recipe, false, [], part)
      : trial;
    again.push({ ...outcome, number: trial.number, recipe: trial.recipe });
    forgetTheRest(again);
  }
  return await trainBest(
    table,
    { ...header, keepRows, foldOptions, trials: again, notices },
    partOf(seeded, trialsShare, 1),
  );
}

function checkSame(
  table: TrainingTable,
  header: SearchHeader,
  file: string,
  keepRows: boolean,
): void {
  const now = searchHeader(table, { ...header, keepRows }, header.seed);
  if (JSON.stringify(now.data) !== JSON.stringify(header.data)) {
    throw new HealerError(tuningProblem.otherData(file));
  }
  const names = Object.keys({ ...now.versions, ...header.versions });
  const others = names.filter((name) => now.versions[name] !== header.versions[name]);
  const versions = now.engine === header.engine
    ? others.map((name) => `${name} ${header.versions[name] ?? "-"}`)
    : [`engine ${header.engine}`, ...others];
  if (versions.length > 0) {
    throw new HealerError(tuningProblem.otherEngine(file, versions.join(", ")));
  }
}
