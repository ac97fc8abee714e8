import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { FairQueue } from "@/pipeline/kernel/fair_queue.ts";

/** Lets everything happen that only waits for promises. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

describe("FairQueue", () => {
  it("serves owners in turn, however many each has waiting", async () => {
    const queue = new FairQueue(1);
    const first = await queue.acquire("a");
    const served: string[] = [];
    const jobs = ["a1", "a2", "a3", "b1", "c1", "c2"].map(async (job) => {
      const release = await queue.acquire(job.slice(0, 1));
      served.push(job);
      release();
    });
    first();
    await Promise.all(jobs);
    assert.deepEqual(served, ["a1", "b1", "c1", "a2", "c2", "a3"]);
  });

  it("never lets more in than there are places, and lets everybody in at last", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.nat(3), fc.boolean()), {
          maxLength: 30,
        }),
        async (places, jobs) => {
          const queue = new FairQueue(places);
          let inside = 0, served = 0, gone = 0;
          await Promise.all(jobs.map(async ([owner, turns, leaves]) => {
            const controller = new AbortController();
            const place = queue.acquire(owner, controller.signal);
            if (leaves) controller.abort();
            try {
              const release = await place;
              assert(++inside <= places);
              for (let turn = 0; turn < turns; turn++) await Promise.resolve();
              inside--;
              served++;
              release();
              release();
            } catch (error) {
              assert.equal(error, controller.signal.reason);
              gone++;
            }
          }));
          assert.equal(served + gone, jobs.length);
          assert.equal(inside, 0);
          const all = Array.from({ length: places }, () => queue.acquire("z"));
          await Promise.all(all);
        },
      ),
    );
  });

  it("forgets those who leave while they wait", async () => {
    const queue = new FairQueue(1);
    const release = await queue.acquire("a");
    const controller = new AbortController();
    const left = queue.acquire("b", controller.signal);
    const stays = queue.acquire("b");
    controller.abort(new Error("changed my mind"));
    await assert.rejects(left, /changed my mind/);
    let isServed = false;
    stays.then(() => isServed = true);
    await settle();
    assert(!isServed);
    release();
    await settle();
    assert(isServed);
    await assert.rejects(queue.acquire("a", AbortSignal.abort(new Error("late"))), /late/);
  });
});
