import { join } from "node:path";
import { CellWorkers } from "./cell_workers.ts";
import {
  type FromKernel,
  fromKernelSchema,
  kernelSetupSchema,
  type ToKernel,
  toKernelSchema,
} from "./kernel_messages.ts";
import { messageLines } from "./message_lines.ts";
import { ModelWorkers } from "./model_workers.ts";
import type { PageMessage } from "./page_worker.ts";
import { quietConsole } from "./quiet_console.ts";

/** How often a kernel at work gives a sign of life, in milliseconds; one at rest gives every tenth. */
const pulse = 100;

/** The process that executes cells: hands tasks from its standard input to workers, and their answers back. */
class Kernel {
  private readonly setup = kernelSetupSchema.parse(JSON.parse(Deno.args[0] ?? ""));
  private readonly workers = new CellWorkers(this.setup, (json) => this.write(json));
  private readonly cancelFlags = new Map<string, Int32Array>();
  private pages: Worker | undefined;
  private readonly models = new ModelWorkers(
    this.setup.modelBytes,
    (message) => this.tell(message),
  );

  /** Works until the standard input closes. */
  async serve(): Promise<void> {
    this.tell({ type: "ready" });
    let beats = 0;
    setInterval(() => {
      if (this.cancelFlags.size > 0 || beats++ % 10 === 0) this.tellMemory();
    }, pulse);
    let rest = "";
    for await (const text of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) this.take(toKernelSchema.parse(JSON.parse(line)));
    }
  }

  private take(message: ToKernel): void {
    switch (message.type) {
      case "run":
        void this.run(message);
        break;
      case "cancel": {
        const flag = this.cancelFlags.get(message.id);
        if (flag !== undefined) Atomics.store(flag, 0, 1);
        else if (!this.models.cancel(message.id)) {
          this.pages?.postMessage(message satisfies PageMessage);
        }
        break;
      }
      case "code":
        this.workers.answer(message);
        break;
      case "page":
      case "summary": {
        const path = join(this.setup.inputs, message.request.file.sha256);
        this.pages ??= this.startPages();
        this.pages.postMessage({ ...message, path } satisfies PageMessage);
        break;
      }
      case "ask":
      case "features": {
        const { sha256 } = message.type === "ask" ? message.question.model : message.model;
        const path = join(this.setup.inputs, sha256);
        this.models.ask({ ...message, path });
      }
    }
  }

  private async run(message: Extract<ToKernel, { type: "run" }>): Promise<void> {
    const { id, task, checkpoints } = message;
    const isCancelled = new SharedArrayBuffer(4);
    this.cancelFlags.set(id, new Int32Array(isCancelled));
    const { inputs, scratch } = this.setup;
    const folders = { inputs, scratch: join(scratch, id) };
    await this.workers.run({ type: "run", id, task, checkpoints, folders, isCancelled });
    this.cancelFlags.delete(id);
  }

  private startPages(): Worker {
    const worker = new Worker(new URL("./page_worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<unknown>) => this.tell(fromKernelSchema.parse(data));
    const { tableMemory } = this.setup;
    worker.postMessage({ type: "start", tableMemory } satisfies PageMessage);
    return worker;
  }

  /** The server may not look into /proc itself: in Deno that takes all permissions. */
  private tellMemory(): void {
    this.tell({ type: "alive", resident: Deno.memoryUsage().rss });
  }

  private tell(message: FromKernel): void {
    this.write(JSON.stringify(message));
  }

  private write(json: string): void {
    for (const line of messageLines(this.setup.token, json)) {
      for (let written = 0; written < line.length;) {
        written += Deno.stdout.writeSync(line.subarray(written));
      }
    }
  }
}

quietConsole();
await new Kernel().serve();
Deno.exit(0);
