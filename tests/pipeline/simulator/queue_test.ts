import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Queue } from "@/pipeline/simulator/queue.ts";

/** The time in an M/M/c system over the time of service, by Erlang's C formula. */
function erlangStretch(servers: number, load: number): number {
  const offered = servers * load;
  let term = 1, sum = 1;
  for (let index = 1; index < servers; index++) sum += term *= offered / index;
  const last = term * offered / servers / (1 - load);
  return 1 + last / (sum + last) / (servers * (1 - load));
}

describe("Queue", () => {
  it("is an M/M/1 queue when there is one server", () => {
    for (const load of [0.1, 0.5, 0.9]) {
      const queue = new Queue(1, 1);
      queue.step(load * 100, 100);
      assert.ok(Math.abs(queue.stretch - 1 / (1 - load)) < 1e-9, `${load}: ${queue.stretch}`);
      assert.equal(queue.utilisation, load);
      assert.equal(queue.delay, 0);
    }
  });

  it("stays within a tenth of Erlang's formula when there are eight servers", () => {
    for (const load of [0.3, 0.6, 0.8, 0.9]) {
      const queue = new Queue(8, 1);
      queue.step(load * 8, 8);
      const exact = erlangStretch(8, load);
      assert.ok(Math.abs(queue.stretch / exact - 1) < 0.1, `${load}: ${queue.stretch} ${exact}`);
    }
  });

  it("carries over what it cannot do, up to its patience, and works it off", () => {
    const queue = new Queue(1, 2);
    queue.step(150, 100);
    assert.equal(queue.backlog, 50);
    assert.equal(queue.delay, 0.5);
    for (let second = 0; second < 10; second++) queue.step(150, 100);
    assert.equal(queue.backlog, 200);
    assert.equal(queue.utilisation, 1);
    queue.step(0, 100);
    assert.equal(queue.backlog, 100);
    queue.step(0, 100);
    assert.equal(queue.backlog, 0);
  });
});
