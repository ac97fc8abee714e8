import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { HealerError } from "@/pipeline/problem.ts";
import { cancelled, quietContext } from "@/pipeline/run_context.ts";
import { WorkerTeam } from "@/pipeline/worker_team.ts";
import type { TestTask } from "./team_worker.ts";

const workerModule = new URL("./team_worker.ts", import.meta.url);

describe("a team of workers", () => {
  it("gives the results in the order of the tasks, run after run, with any number of workers", async () => {
    for (const size of [1, 3]) {
      using team = new WorkerTeam<TestTask, number>(workerModule, size);
      for (const seed of [10, 20]) {
        const tasks = [1, 2, 3, 4, 5].map((value): TestTask => ({ do: "square", value }));
        const fractions: number[] = [];
        const context = { seed, progress: (fraction: number) => void fractions.push(fraction) };
        assert.deepEqual(
          await team.run(tasks, context),
          [1, 4, 9, 16, 25].map((square) => square + seed),
        );
        assert.deepEqual(fractions, fractions.toSorted((a, b) => a - b));
        assert.equal(fractions.at(-1), 1);
      }
    }
  });

  it("stops the others when a task fails, says why, and can be used again", async () => {
    using team = new WorkerTeam<TestTask, number>(workerModule, 2);
    await assert.rejects(
      team.run([{ do: "spin" }, { do: "problem" }], quietContext()),
      (error) => error instanceof HealerError && error.problem.code === "test/problem",
    );
    await assert.rejects(team.run([{ do: "spin" }, { do: "defect" }], quietContext()), RangeError);
    assert.deepEqual(await team.run([{ do: "square", value: 3 }], quietContext(1)), [10]);
  });

  it("stops every task when it is cancelled", async () => {
    using team = new WorkerTeam<TestTask, number>(workerModule, 2);
    const progress = () => {
      throw cancelled();
    };
    await assert.rejects(
      team.run([{ do: "spin" }, { do: "spin" }, { do: "spin" }], { seed: 0, progress }),
      (error) => error instanceof HealerError && error.problem.code === "run/cancelled",
    );
  });
});
