import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { evaluationNotice } from "@/pipeline/evaluation/notices.ts";
import { evaluationProblem } from "@/pipeline/evaluation/problems.ts";
import type { Text } from "@/pipeline/problem.ts";

const problems = [
  evaluationProblem.noRows(),
  evaluationProblem.noClass(4),
  evaluationProblem.shapesDiffer(7, 3, 2),
  evaluationProblem.notAProbability(2, "disk full", NaN),
  evaluationProblem.lengthsDiffer("groups", 3, 4),
  evaluationProblem.lengthsDiffer("times", 3, 4),
  evaluationProblem.lengthsDiffer("predictions", 3, 4),
  evaluationProblem.badFolds(1),
  evaluationProblem.badTestShare(2),
  evaluationProblem.tooFewRows(0),
  evaluationProblem.tooFewRows(1),
  evaluationProblem.oneClass("normal"),
  evaluationProblem.oneGroup(),
  evaluationProblem.oneTime(),
  evaluationProblem.groupsSpanTime(),
  evaluationProblem.nothingToTest(),
  evaluationProblem.nothingToExplain(),
  evaluationProblem.notTrees(),
  evaluationProblem.noSummary(),
];

const manyClasses = Array.from({ length: 8 }, (_, code) => `class ${code}`);
const notices = [
  evaluationNotice.fewerFolds(5, 1, "groups-in-time"),
  evaluationNotice.fewerFolds(5, 3, "rows"),
  evaluationNotice.rareClasses(manyClasses, "groups", 5),
  evaluationNotice.classesNotTested(["a"]),
  evaluationNotice.classesNotTested(manyClasses),
  evaluationNotice.classesNotLearnt(["a"], 1, 1),
  evaluationNotice.classesNotLearnt(manyClasses, 2, 5),
  evaluationNotice.rowsWithoutTime(1),
  evaluationNotice.groupsAcrossTime(1),
];

function assertText({ en, zh }: Text, start: RegExp): void {
  assert.match(en, start);
  assert.match(en, /[^.]\.$/);
  assert.match(zh, /\p{Script=Han}.*[^。]。$/u);
  assert.doesNotMatch(en + zh, /undefined|\[object/);
}

describe("evaluationProblem", () => {
  it("covers every problem with a message and a hint in both languages", () => {
    const codes = new Set(problems.map(({ code }) => code));
    assert.equal(codes.size, Object.keys(evaluationProblem).length);
    for (const { code, message, hint } of problems) {
      assert.match(code, /^evaluation\/[a-z-]+$/);
      assertText(message, /^Cannot .*[:].*/);
      assertText(hint, /^[A-Z0-9]/);
    }
  });
});

describe("evaluationNotice", () => {
  it("covers every notice in both languages and names five classes at most", () => {
    const codes = new Set(notices.map(({ code }) => code));
    assert.equal(codes.size, Object.keys(evaluationNotice).length);
    for (const { message } of notices) {
      assertText(message, /^[A-Z0-9]/);
      assert.doesNotMatch(message.en + message.zh, /class 5/);
    }
    assert.match(evaluationNotice.rareClasses(manyClasses, "rows", 5).message.en, /and 3 more/);
  });
});
