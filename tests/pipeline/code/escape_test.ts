import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, it } from "node:test";
import { z } from "zod";
import { HealerError } from "@/pipeline/problem.ts";
import { codeCommand } from "@/pipeline/kernel/code_process.ts";
import { escapeSource, type EscapeTargets, hereImpossible } from "./escape_attempts.ts";
import { runSource } from "./run_source.ts";

const lineSchema = z.union([
  z.strictObject({ name: z.string() }),
  z.strictObject({ error: z.string().nullable() }),
]);

/** Attempt → the message of its error, or null where it came through. */
type Outcomes = Map<string, string | null>;

let folder: string;
let server: Deno.HttpServer<Deno.NetAddr>;
let targets: EscapeTargets;

before(async () => {
  folder = await Deno.makeTempDir({ prefix: "escape-" });
  server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, answer);
  targets = {
    file: join(folder, "secret.txt"),
    module: join(folder, "module.js"),
    json: join(folder, "secret.json"),
    outside: join(folder, "outside"),
    port: server.addr.port,
  };
  await Deno.writeTextFile(targets.file, "secret");
  await Deno.writeTextFile(targets.module, "export const secret = 1; self.postMessage?.(1);");
  await Deno.writeTextFile(targets.json, "{}");
});

after(async () => {
  await server.shutdown();
  await Deno.remove(folder, { recursive: true });
});

function answer(request: Request): Response {
  if (request.headers.get("upgrade") === "websocket") {
    return Deno.upgradeWebSocket(request).response;
  }
  const isStream = request.headers.get("accept") === "text/event-stream";
  return new Response(isStream ? "data: reached\n\n" : "export const reached = 1;", {
    headers: { "content-type": isStream ? "text/event-stream" : "text/javascript" },
  });
}

function outcomesIn(log: readonly string[]): Outcomes {
  const outcomes: Outcomes = new Map();
  let current = "";
  for (const line of log) {
    const said = lineSchema.parse(JSON.parse(line));
    if ("name" in said) current = said.name;
    else outcomes.set(current, said.error);
  }
  return outcomes;
}

/** Makes the attempts as the code of a cell; one that ends the run has failed, too, and the next run goes on. */
async function outcomesInCell(): Promise<Outcomes> {
  const all: Outcomes = new Map();
  for (;;) {
    const log: string[] = [];
    try {
      await runSource(escapeSource(targets, all.size), { log: (line) => log.push(line) });
      return new Map([...all, ...outcomesIn(log)]);
    } catch (error) {
      if (!(error instanceof HealerError)) throw error;
      const { name } = z.strictObject({ name: z.string() }).parse(JSON.parse(log.at(-1) ?? ""));
      for (const [tried, message] of outcomesIn(log)) all.set(tried, message);
      all.set(name, error.problem.message.en);
    }
  }
}

/** Makes the attempts in a process of that command, which hides nothing. */
async function outcomesOf(commandOf: (script: URL) => Deno.Command): Promise<Outcomes> {
  const script = join(folder, "attempts.ts");
  const quiet = `for (const kind of ["error", "unhandledrejection"]) {
    addEventListener(kind, (event) => event.preventDefault());
  }`;
  await Deno.writeTextFile(script, `${quiet}\n${escapeSource(targets)}\nDeno.exit();`);
  const child = commandOf(pathToFileURL(script)).spawn();
  await child.stdin.close();
  const { stdout } = await child.output();
  return outcomesIn(new TextDecoder().decode(stdout).trim().split("\n"));
}

function through(outcomes: Outcomes): string[] {
  return [...outcomes].filter(([, error]) => error === null).map(([name]) => name);
}

describe("code that tries to get out of its cell", () => {
  it("reaches no file, no network, no program, no environment, no system and no module", async () => {
    const outcomes = await outcomesInCell();
    assert.deepEqual(through(outcomes), []);
    assert(outcomes.size > 70);
    assert(!existsSync(targets.outside));
  });

  it("is kept by permissions, not only by what is hidden from it", async () => {
    const command = (script: URL) => codeCommand(script, 2 ** 29, folder);
    const outcomes = await outcomesOf(command);
    assert.deepEqual(through(outcomes), []);
    assert(!existsSync(targets.outside));
  });

  it("would reach all that with the permissions of these tests", async () => {
    // So that a typing error in an attempt cannot pass for a refusal.
    await Deno.writeTextFile(`${targets.outside}-there`, "x");
    const outcomes = await outcomesOf((script) =>
      new Deno.Command(Deno.execPath(), {
        args: ["run", "--allow-all", "--no-config", "--no-check", script.href],
        cwd: folder,
        stdin: "piped",
        stdout: "piped",
        stderr: "null",
      })
    );
    const failed = [...outcomes].filter(([name, error]) =>
      error !== null && !hereImpossible.includes(name)
    );
    assert.deepEqual(failed, []);
  });
});
