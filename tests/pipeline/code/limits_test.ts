import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { codeLimits } from "@/pipeline/code/limits.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { assertProblem, problemOf } from "./code_problem.ts";
import { runSource } from "./run_source.ts";

describe("code that does not end", () => {
  for (
    const [what, source] of [
      ["an endless loop", "for (;;) {}"],
      ["a promise that never settles", "await new Promise(() => {})"],
      ["timers without end", "setInterval(() => {}); await new Promise(() => {})"],
      ["a loop in a worker of its own", spinningWorker("for (;;) {}")],
    ] as const
  ) {
    it(`is ended at its limit: ${what}`, async () => {
      await assertProblem(source, "code/time", /had not finished after 1 s/, { seconds: 1 });
    });
  }

  it("is ended at once when it is cancelled", async () => {
    const stop = new AbortController();
    const source = 'console.log("begun"); for (;;) {}';
    const problem = await problemOf(source, {
      signal: stop.signal,
      seconds: 600,
      log: () => stop.abort(),
    });
    assert.equal(problem.code, "run/cancelled");
  });

  it("cannot stop its process to be forgotten", async () => {
    const source = 'const { kill, pid } = await import("node:process"); kill(pid, "SIGSTOP");';
    await assertProblem(source, "code/denied", /Requires run access/, { seconds: 600 });
  });
});

describe("code that takes too much memory", () => {
  for (
    const [what, source] of [
      ["one array of 10 GB", "new Uint8Array(10e9).fill(1)"],
      ["arrays without end", "const all = []; for (;;) all.push(new Float64Array(1e6).fill(1))"],
      ["objects without end", "const all = []; for (;;) all.push({ a: all.length, b: [1, 2] })"],
      ["texts without end", 'const all = []; for (;;) all.push("x".repeat(1e6) + all.length)'],
      ["a text without end", 'let text = "x"; for (;;) { text += text; text.charCodeAt(9); }'],
    ] as const
  ) {
    it(`is ended, and told so: ${what}`, async () => {
      const memory = 400 * 2 ** 20;
      const problem = await problemOf(source, { memory, seconds: 120 });
      // V8 has a limit of its own for one text.
      if (problem.code !== "code/thrown") {
        assert.equal(problem.code, "code/memory");
        assert.match(problem.message.en, /more than 400 MiB/);
      } else assert.match(problem.message.en, /at line 1.*Invalid string length/);
    });
  }

  it("says at which line calls go too deep", async () => {
    const source = "const a = 1;\nfunction deep(): number {\n  return 1 + deep();\n}\ndeep();";
    const { place } = await assertProblem(source, "code/thrown", /Maximum call stack/);
    // The engine may notice it at the head of the function or at the call in it.
    assert.ok([2, 3].includes(place.line ?? 0), JSON.stringify(place));
  });
});

describe("code that prints", () => {
  it("is heard line by line, while it runs", async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const stop = new AbortController();
    const source = 'console.log("load %d", 3, { a: [1] }); await new Promise(() => {})';
    const problem = problemOf(source, { log: resolve, signal: stop.signal });
    assert.equal(await promise, "load 3 { a: [ 1 ] }");
    stop.abort();
    assert.equal((await problem).code, "run/cancelled");
  });

  it("shows tables by their size, and print() shows their rows", async () => {
    const { log } = await runSource("console.log(table); table.print()");
    assert.equal(log[0], "table of 3 rows × 4 columns: load, host, up, at");
    assert.match(log.join("\n"), /db-1[^]*数据库/);
  });

  it("is heard up to a number of lines; the rest is counted", async () => {
    const { log, outcome } = await runSource("for (let i = 0; i < 1500; i++) console.log(i)");
    assert.equal(log.length, codeLimits.keptLines);
    assert.equal(outcome.unkeptLines, 500);
  });

  for (
    const [what, source] of [
      ["a million lines", 'for (let i = 0; i < 1e6; i++) console.log("line", i)'],
      ["errors that it catches", "for (;;) try { console.error(1) } catch {}"],
    ] as const
  ) {
    it(`is ended beyond the limit: ${what}`, async () => {
      const log: string[] = [];
      const options = { log: (line: string) => log.push(line) };
      await assertProblem(source, "code/lines", /more than 10000 lines/, options);
      assert.equal(log.length, codeLimits.keptLines);
    });
  }

  it("gets long lines cut", async () => {
    const { log } = await runSource('console.log("x".repeat(1e7))');
    assert.deepEqual(log.map(({ length }) => length), [codeLimits.lineLength]);
  });
});

describe("code that meddles with its process", () => {
  for (
    const [what, source, code] of [
      ["ends it", '(await import("node:process")).exit(0)', "code/denied"],
      ["closes itself", "self.close(); await new Promise(() => {})", "code/thrown"],
      ["kills it", '(await import("node:process")).kill(0, 9)', "code/denied"],
      ["writes on its output", '(await import("node:fs")).writeSync(1, "x")', "code/crashed"],
      ["closes its output", '(await import("node:fs")).closeSync(1)', "code/"],
      ["closes its input", '(await import("node:fs")).closeSync(0)', "code/"],
      ["speaks for the sandbox", forgingWorker(), "code/"],
      ["prints past the log", spinningWorker("for (;;) console.log('flood')"), "code/crashed"],
    ] as const
  ) {
    it(`harms nobody but itself: ${what}`, async () => {
      const gave = await runSource(`${source}; return [{ a: 1 }]`, { seconds: 1 }).then(
        ({ table }) => table?.rows,
        (error) => {
          if (!(error instanceof HealerError)) throw error;
          assert.ok(error.problem.code.startsWith(code), error.problem.message.en);
        },
      );
      assert.ok(gave === undefined || (gave === 1 && code === "code/"));
    });
  }

  it("cannot change what the sandbox says by changing prototypes", async () => {
    const { table, log } = await runSource(`
      const seen: unknown[] = [];
      for (const type of [MessagePort, EventTarget, Array, Object, Map, Promise, Function]) {
        for (const name of ["postMessage", "dispatchEvent", "then", "call", "apply", "bind"]) {
          if (!Object.hasOwn(type.prototype, name)) continue;
          Reflect.set(type.prototype, name, function (...args: unknown[]) { seen.push(args); });
        }
      }
      Object.defineProperty(Object.prototype, "say", { value: "failed" });
      Object.defineProperty(Object.prototype, "json", { value: '{"what":"memory"}' });
      console.log("still here");
      return [{ a: 1 }, { a: 2 }];
    `);
    assert.deepEqual(log, ["still here"]);
    assert.equal(table?.rows, 2);
  });
});

/** Code that starts a worker, by the one way that is left, and waits for ever. */
function spinningWorker(source: string): string {
  return `const { Worker } = await import("node:worker_threads");
    new Worker(${JSON.stringify(source)}, { eval: true });
    await new Promise(() => {})`;
}

/** Code that looks for a port by which it could give an answer in the sandbox's place. */
function forgingWorker(): string {
  return `const { parentPort } = await import("node:worker_threads");
    const message = { say: "done", figures: "[]", table: null };
    for (const target of [parentPort, self]) target?.postMessage?.(message);
    const channel = new BroadcastChannel("sandbox");
    channel.postMessage(message);
    channel.close()`;
}
