import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Answered, type Ask, Questions } from "@/islands/sample/questions.ts";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import { kernelProblem } from "@/pipeline/kernel/kernel_problems.ts";
import { HealerError } from "@/pipeline/problem.ts";

interface Asked {
  readonly value: number | null | undefined;
  readonly detail: "quick" | "full";
  readonly signal: AbortSignal;
  /** Answers it, by a diagnosis that is called as the value. */
  readonly answer: () => Promise<void>;
  readonly fail: () => Promise<void>;
}

/** A model that answers when it is told to, and what the page knows. */
function open(pause: number) {
  const asked: Asked[] = [];
  let state: Answered | undefined;
  const ask: Ask = ({ values: [value] }, detail, signal) => {
    const { promise, resolve, reject } = Promise.withResolvers<RowAnswer>();
    const turn = () => new Promise<void>((done) => setTimeout(done));
    asked.push({
      value,
      detail,
      signal,
      answer: () => (resolve(answerOf(String(value))), turn()),
      fail: () => (reject(new HealerError(kernelProblem.badFile())), turn()),
    });
    return promise;
  };
  const questions = new Questions(ask, (next) => state = next, pause);
  return {
    questions,
    asked,
    change: (value: number) => questions.change({ values: [value], errorRate: 0.05 }),
    said: () => [state?.answer?.diagnosis, state?.explained?.diagnosis, state?.isExplained],
    problem: () => state?.problem?.code,
  };
}

function answerOf(diagnosis: string): RowAnswer {
  return {
    classes: [diagnosis],
    probabilities: [1],
    diagnosis,
    confidence: 1,
    runnerUp: null,
    verdict: null,
    predictionSet: null,
    errorRate: 0.05,
    novelty: null,
    evidence: null,
    cases: [],
    checks: [],
    flip: null,
    notices: [],
  };
}

/** Asks for everything at once in the beginning, and has it answered. */
async function begun(pause = 1e6) {
  const opened = open(pause);
  opened.change(0);
  await opened.asked[0]?.answer();
  return opened;
}

describe("questions while a value is dragged", () => {
  it("begin with the whole answer", async () => {
    const { asked, said } = await begun();
    assert.deepEqual(asked.map(({ detail }) => detail), ["full"]);
    assert.deepEqual(said(), ["0", "0", true]);
  });

  it("are asked one after the other, and only the newest of those that wait", async () => {
    const { asked, change, said } = await begun();
    [1, 2, 3, 4].forEach(change);
    assert.deepEqual(asked.slice(1).map(({ value }) => value), [1]);
    await asked[1]?.answer();
    assert.deepEqual(said(), ["1", "0", false]);
    assert.deepEqual(asked.slice(2).map(({ value, detail }) => [value, detail]), [[4, "quick"]]);
    await asked[2]?.answer();
    assert.deepEqual(said(), ["4", "0", false]);
    assert.equal(asked.length, 3);
  });

  it("are followed by the whole answer, after a pause or as soon as the value is let go", async () => {
    const paused = await begun(1);
    paused.change(1);
    while (paused.asked.length < 3) await new Promise((resolve) => setTimeout(resolve, 1));
    assert.deepEqual(paused.asked.map(({ detail }) => detail), ["full", "quick", "full"]);

    const { asked, change, questions, said } = await begun();
    change(1);
    questions.settle();
    questions.settle();
    assert.deepEqual(asked.slice(1).map(({ detail }) => detail), ["quick", "full"]);
    await asked[2]?.answer();
    assert.deepEqual(said(), ["1", "1", true]);
    await asked[1]?.answer();
    assert.deepEqual(said(), ["1", "1", true]);
  });

  it("withdraw the whole answer to what is no longer asked", async () => {
    const { asked, change, questions, said } = await begun();
    change(1);
    questions.settle();
    change(2);
    assert.ok(asked[2]?.signal.aborted);
    await asked[2]?.answer();
    assert.deepEqual(said(), ["0", "0", false]);
    await asked[1]?.answer();
    await asked[3]?.answer();
    assert.deepEqual(said(), ["2", "0", false]);
  });

  it("keep the last answer when the next one fails, and are asked again", async () => {
    const { asked, change, questions, said, problem } = await begun();
    change(1);
    await asked[1]?.fail();
    assert.equal(problem(), "kernel/bad-file");
    assert.deepEqual(said(), ["0", "0", false]);
    questions.again();
    assert.equal(problem(), undefined);
    await asked.at(-1)?.answer();
    assert.deepEqual(said(), ["1", "1", true]);
  });

  it("say nothing more once they are closed", async () => {
    const { asked, change, questions, said } = await begun();
    change(1);
    questions.close();
    await asked[1]?.answer();
    assert.deepEqual(said(), ["0", "0", false]);
    assert.equal(asked.length, 2);
  });
});
