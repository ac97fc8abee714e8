import sandboxSource from "./bundle/sandbox.js" with { type: "text" };
import type { CodeFailure } from "./failure.ts";
import { frameHead, type FrameKind, frameKind, tokenLength } from "./frames.ts";
import { codeLimits } from "./limits.ts";
import type { SandboxMessage, SandboxStart } from "./sandbox/sandbox_worker.ts";

/** What the server says first: the length of this as JSON, this, and `bytes` bytes of tables. */
export interface GuardOrders {
  readonly source: string;
  readonly seed: number;
  readonly seconds: number;
  /** Bytes of memory that the whole process may hold. */
  readonly memory: number;
  readonly bytes: number;
}

/** How often memory and parent are looked at, in milliseconds. */
const watchInterval = 50;

/** So much of a table goes out in one piece. */
const pieceLength = 2 ** 18;

/**
 * The process that runs the code of a cell, without any permission. This thread runs none of it: it watches
 * time and memory, and ends the process with the server's, whatever the code does in its worker.
 */
class Guard {
  private readonly parent = Deno.ppid;
  private token = new Uint8Array();
  private lines = 0;

  async run(): Promise<void> {
    this.token = await this.read(tokenLength);
    const length = new DataView((await this.read(4)).buffer).getUint32(0, true);
    const orders: GuardOrders = JSON.parse(new TextDecoder().decode(await this.read(length)));
    const tables = await this.read(orders.bytes);
    setInterval(() => {
      if (Deno.ppid !== this.parent) Deno.exit(1);
      if (Deno.memoryUsage().rss > orders.memory) this.fail({ what: "memory" });
    }, watchInterval);
    this.startWorker(orders, tables);
    // Nothing follows: the stream ends with the server.
    await this.read(1);
  }

  private startWorker({ source, seed, seconds }: GuardOrders, tables: Uint8Array<ArrayBuffer>) {
    const blob = new Blob([sandboxSource], { type: "text/javascript" });
    const worker = new Worker(URL.createObjectURL(blob), { type: "module" });
    worker.onerror = (event) => {
      event.preventDefault();
      const message = event.message.slice(0, codeLimits.lineLength);
      this.fail({ what: "thrown", name: "Error", isError: true, message, at: null });
    };
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<SandboxMessage>) => {
      if (data.say === "started") setTimeout(() => this.fail({ what: "time" }), seconds * 1000);
      else this.take(data);
    };
    const start: SandboxStart = { source, seed, tables, port: port2 };
    worker.postMessage(start, [port2, tables.buffer]);
  }

  private take(message: Exclude<SandboxMessage, { say: "started" }>): void {
    switch (message.say) {
      case "line":
        if (++this.lines > codeLimits.lines) this.fail({ what: "lines" });
        if (this.lines <= codeLimits.keptLines) {
          this.tell({ line: message.line.slice(0, codeLimits.lineLength) });
        }
        break;
      case "flood":
        this.fail({ what: "lines" });
        break;
      case "failed":
        this.end({ failed: JSON.parse(message.failure) });
        break;
      case "done": {
        const table = message.table === null ? null : new Uint8Array(message.table);
        for (let start = 0; table !== null && start < table.length; start += pieceLength) {
          this.write(frameKind.table, table.subarray(start, start + pieceLength));
        }
        this.end({ figures: JSON.parse(message.figures), bytes: table?.length ?? null });
      }
    }
  }

  private fail(failure: CodeFailure): never {
    this.end({ failed: failure });
  }

  private end(message: object): never {
    this.tell({ ...message, lines: this.lines });
    Deno.exit(0);
  }

  private tell(message: object): void {
    this.write(frameKind.json, new TextEncoder().encode(JSON.stringify(message)));
  }

  private write(kind: FrameKind, content: Uint8Array): void {
    for (const bytes of [frameHead(this.token, kind, content.length), content]) {
      for (let written = 0; written < bytes.length;) {
        written += Deno.stdout.writeSync(bytes.subarray(written));
      }
    }
  }

  private async read(length: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(length);
    for (let end = 0; end < length;) {
      const read = await Deno.stdin.read(bytes.subarray(end));
      if (read === null) Deno.exit(1);
      end += read;
    }
    return bytes;
  }
}

await new Guard().run();
