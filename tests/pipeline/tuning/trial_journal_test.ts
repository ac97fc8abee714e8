import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { HealerError } from "@/pipeline/problem.ts";
import { searchHeader } from "@/pipeline/tuning/find_model.ts";
import type { FinishedTrial } from "@/pipeline/tuning/trial.ts";
import { readJournal, TrialJournal } from "@/pipeline/tuning/trial_journal.ts";
import { smallSearch, smallTable } from "./small_search.ts";

const header = searchHeader(smallTable(), {
  learners: ["decision-tree"],
  steps: [],
  folds: 4,
  keepRows: true,
  limit: { trials: 5 },
  ensemble: true,
}, 5);

let folder = "", trials: readonly FinishedTrial[] = [];
before(async () => {
  folder = await Deno.makeTempDir();
  trials = (await smallSearch({ limit: { trials: 5 } })).trials;
});
after(async () => await Deno.remove(folder, { recursive: true }));

async function written(name: string): Promise<string> {
  const path = `${folder}/${name}`;
  using journal = await TrialJournal.open(path, header);
  for (const [index, trial] of trials.entries()) journal.append(trial, index + 0.5);
  return path;
}

describe("a journal of trials", () => {
  it("gives back what was appended, predictions included", async () => {
    const path = await written("whole.jsonl");
    const content = await readJournal(path);
    assert.deepEqual(content.header, header);
    assert.deepEqual(content.trials, trials);
    assert.equal(content.elapsedSeconds, 4.5);
    using again = await TrialJournal.open(path, header);
    assert.deepEqual(again.trials, trials);
  });

  it("bears a last line that was cut short anywhere, and goes on behind the whole ones", async () => {
    const bytes = await Deno.readFile(await written("cut.jsonl"));
    const lastStart = bytes.lastIndexOf(10, bytes.length - 2) + 1;
    for (const end of [lastStart, lastStart + 1, lastStart + 50, bytes.length - 1]) {
      const path = `${folder}/torn.jsonl`;
      await Deno.writeFile(path, bytes.subarray(0, end));
      {
        using journal = await TrialJournal.open(path, header);
        assert.deepEqual(journal.trials, trials.slice(0, 4));
        journal.append(trials[4]!, 4.5);
      }
      assert.deepEqual(await Deno.readFile(path), bytes);
    }
  });

  it("begins anew for another search, or where the file is no journal", async () => {
    const path = await written("other.jsonl");
    {
      using journal = await TrialJournal.open(path, { ...header, seed: 6 });
      assert.deepEqual(journal.trials, []);
    }
    assert.equal((await readJournal(path)).header.seed, 6);
    await Deno.writeTextFile(path, "something else\n");
    using fresh = await TrialJournal.open(path, header);
    assert.deepEqual(fresh.trials, []);
  });

  it("says so where there is none to read", async () => {
    for (const name of ["absent.jsonl", "words.jsonl"]) {
      await Deno.writeTextFile(`${folder}/words.jsonl`, "no journal");
      await assert.rejects(
        readJournal(`${folder}/${name}`),
        (error) => error instanceof HealerError && error.problem.code === "tuning/no-journal",
      );
    }
  });
});
