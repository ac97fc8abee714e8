/// <reference lib="deno.worker" />
import process from "node:process";
import * as aq from "arquero";
import { Random } from "../../random.ts";
import type { CodeFailure } from "../failure.ts";
import { recordedPlot } from "../plot_recorder.ts";
import { decodeTables, encodeTables } from "../table_bytes.ts";
import { codeConsole } from "./log_lines.ts";
import { returnedOf } from "./returned.ts";
import { arqueroTable } from "./tables.ts";
import { UserModule } from "./user_module.ts";

/** What the guard says first. */
export interface SandboxStart {
  readonly source: string;
  readonly seed: number;
  readonly tables: Uint8Array<ArrayBuffer>;
  readonly port: MessagePort;
}

/** What the sandbox says, by a port that the code does not see. */
export type SandboxMessage =
  /** The code begins. */
  | { readonly say: "started" }
  | { readonly say: "line"; readonly line: string }
  /** It prints too much. */
  | { readonly say: "flood" }
  /** A {@linkcode CodeFailure} as JSON. */
  | { readonly say: "failed"; readonly failure: string }
  /** The figures are a list as JSON. */
  | { readonly say: "done"; readonly figures: string; readonly table: ArrayBuffer | null };

/** What answers to nobody in here. */
const hidden = [
  "Deno",
  "Worker",
  "postMessage",
  "onmessage",
  "onerror",
  "onunhandledrejection",
  "close",
  "caches",
  "Cache",
  "CacheStorage",
];

self.onmessage = ({ data }: MessageEvent<SandboxStart>): void => {
  self.onmessage = null;
  void run(data);
};

async function run({ source, seed, tables, port }: SandboxStart): Promise<void> {
  const post = port.postMessage.bind(port);
  const say = (message: SandboxMessage, transfer: Transferable[] = []) => post(message, transfer);
  const fail = (failure: CodeFailure) => say({ say: "failed", failure: JSON.stringify(failure) });
  const console = codeConsole(
    (line) => say({ say: "line", line }),
    () => say({ say: "flood" }),
  );
  const inputs = decodeTables(tables).map((table) => [table.name, arqueroTable(table)] as const);
  const named = new Map<string, unknown>([
    ...inputs,
    ["aq", aq],
    ["Plot", recordedPlot],
    ["console", console],
  ]);
  const module = new UserModule(source, [...named.keys()]);
  self.addEventListener("error", (event) => {
    event.preventDefault();
    fail(module.failureOf(event.error));
  });
  self.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    fail(module.failureOf(event.reason));
  });
  // The place in the code may lie below many frames of what it has called.
  Error.stackTraceLimit = 100;
  aq.seed(seed);
  const random = new Random(seed);
  Math.random = () => random.next();
  Object.assign(globalThis, { console });
  for (const name of hidden) Reflect.deleteProperty(globalThis, name);
  forbidSignals();
  try {
    const code = await module.load();
    say({ say: "started" });
    const { table, figures } = returnedOf(await code(...named.values()));
    const bytes = table === null ? null : encodeTables([table]).buffer;
    const done = { say: "done", figures: `[${figures.join(",")}]`, table: bytes } as const;
    say(done, bytes === null ? [] : [bytes]);
  } catch (error) {
    fail(module.failureOf(error));
  }
}

/** A process may send itself signals without any permission: one that stops it would outlive the server. */
function forbidSignals(): void {
  Object.defineProperty(process, "_kill", {
    value: () => {
      throw new Error("Requires run access");
    },
    writable: false,
    configurable: false,
  });
}
