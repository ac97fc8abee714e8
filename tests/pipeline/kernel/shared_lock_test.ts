import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { SharedLock } from "@/pipeline/kernel/shared_lock.ts";

describe("SharedLock", () => {
  it("lets one be alone, or many be together, and everybody in at last", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.nat(4))), async (jobs) => {
        const lock = new SharedLock();
        let together = 0, alone = 0, most = 0;
        await Promise.all(jobs.map(async ([isAlone, turns]) => {
          const release = await lock.acquire(isAlone);
          if (isAlone) alone++;
          else together++;
          most = Math.max(most, together);
          assert(alone === 0 || (alone === 1 && together === 0));
          for (let turn = 0; turn < turns + 3; turn++) await Promise.resolve();
          if (isAlone) alone--;
          else together--;
          release();
        }));
        assert.equal(together + alone, 0);
        if (jobs.length > 1 && jobs.every(([isAlone]) => !isAlone)) assert.equal(most, jobs.length);
      }),
    );
  });

  it("does not let latecomers pass one who waits to be alone", async () => {
    const lock = new SharedLock();
    const order: string[] = [];
    const enter = async (name: string, isAlone: boolean) => {
      const release = await lock.acquire(isAlone);
      order.push(name);
      await Promise.resolve();
      release();
    };
    await Promise.all([enter("a", false), enter("b", true), enter("c", false), enter("d", true)]);
    assert.deepEqual(order, ["a", "b", "c", "d"]);
  });

  it("forgets those who leave while they wait, and lets pass who waited behind them", async () => {
    const lock = new SharedLock();
    const release = await lock.acquire(false);
    const controller = new AbortController();
    const left = lock.acquire(true, controller.signal);
    const behind = lock.acquire(false);
    controller.abort(new Error("changed my mind"));
    await assert.rejects(left, /changed my mind/);
    (await behind)();
    release();
    (await lock.acquire(true, new AbortController().signal))();
    await assert.rejects(lock.acquire(false, AbortSignal.abort(new Error("late"))), /late/);
  });
});
