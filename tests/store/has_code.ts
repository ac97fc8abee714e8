import assert from "node:assert/strict";
import { HealerError } from "@/pipeline/problem.ts";

/** For `assert.throws` and `assert.rejects`: the error is the problem `code`, told in both languages. */
export function hasCode(code: string): (error: unknown) => true {
  return (error) => {
    assert.ok(error instanceof HealerError, `not a problem: ${error}`);
    const { message, hint, ...problem } = error.problem;
    assert.equal(problem.code, code);
    for (const text of [message, hint]) {
      assert.ok(text.en.length > 0 && !/\p{Script=Han}/u.test(text.en), text.en);
      assert.match(text.zh, /\p{Script=Han}/u);
    }
    return true;
  };
}
