import { type NotebookEvent, notebookEventSchema } from "@/pipeline/kernel/events.ts";
import type { NotebookId, RunId } from "@/store/ids.ts";
import type { RunEvent, Runs } from "@/store/runs.ts";
import type { StreamMessage } from "../api_schema.ts";
import type { ServerEvent } from "../server_events.ts";
import { MessageBuffer } from "./message_buffer.ts";

/** Who has missed more events of the log than this is told so, and not all of them. */
const mostReplayed = 20_000;

/** So many events are read from the log at a time. */
const replayPage = 500;

/** A message with its place in the order of all events. */
export interface HubMessage {
  readonly message: StreamMessage;
  /** The seq of its entry in the log; undefined for what no log keeps. */
  readonly seq: number | undefined;
}

/**
 * Tells everyone who follows what happens in all notebooks. What runs have in their log comes again to those
 * who come back; how cells stand and how far they are is only told when it happens.
 */
export class EventHub {
  /** Another one with each start of the server. */
  private readonly server = crypto.randomUUID();
  private readonly followers = new Set<MessageBuffer<HubMessage>>();
  private readonly notebookOfRun = new Map<RunId, NotebookId>();

  constructor(private readonly runs: Runs) {}

  /** Tells a message to all who follow now; nobody is waited for. */
  publish(message: StreamMessage, seq?: number): void {
    for (const follower of this.followers) follower.push({ message, seq });
  }

  /** Tells an event of a notebook. @param seq Where it stands in the log, if it does. */
  publishEvent(notebook: NotebookId, event: NotebookEvent, seq?: number): void {
    this.publish({ event: "notebook", data: { notebook, event } }, seq);
  }

  /**
   * All messages from now on, behind those of the log after `lastEventId`. Ends when `signal` does, or when the
   * follower is too slow: it may come back with the id it has seen last.
   */
  async *follow(
    lastEventId: string | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<ServerEvent, void, void> {
    const buffer = new MessageBuffer<HubMessage>(signal);
    this.followers.add(buffer);
    // A generator that nobody asks again never comes to its end.
    signal.addEventListener("abort", () => this.followers.delete(buffer), { once: true });
    try {
      const newest = this.runs.lastSeq();
      const seen = parseSeq(lastEventId) ?? newest;
      const missed = seen > newest || newest - seen > mostReplayed;
      let seq = missed ? newest : seen;
      yield eventOf({ event: "hello", data: { server: this.server, missed } }, seq);
      if (!missed) {
        for (const { event, seq: next } of this.replay(seq, newest)) {
          seq = next;
          if (event !== undefined) yield eventOf(event, seq);
        }
      }
      for await (const { message, seq: next } of buffer) {
        // It stood in the log already when that was read.
        if (next !== undefined && next <= seq) continue;
        seq = next ?? seq;
        yield eventOf(message, seq);
      }
    } finally {
      this.followers.delete(buffer);
    }
  }

  private *replay(
    after: number,
    last: number,
  ): Generator<{ event: StreamMessage | undefined; seq: number }> {
    for (let seq = after; seq < last;) {
      const page = this.runs.eventsAfter(seq, replayPage);
      for (const entry of page) {
        if (entry.seq <= last) yield { event: this.messageOf(entry), seq: entry.seq };
      }
      seq = page.at(-1)?.seq ?? last;
    }
  }

  /** Undefined where the log has an event that this version does not know. */
  private messageOf({ run, event }: RunEvent): StreamMessage | undefined {
    const parsed = notebookEventSchema.safeParse(event);
    if (!parsed.success) return undefined;
    const notebook = this.notebookOfRun.get(run) ?? this.runs.get(run).notebook;
    this.notebookOfRun.set(run, notebook);
    return { event: "notebook", data: { notebook, event: parsed.data } };
  }
}

function eventOf({ event, data }: StreamMessage, seq: number): ServerEvent {
  return { id: String(seq), event, data };
}

function parseSeq(id: string | undefined): number | undefined {
  return id !== undefined && /^\d{1,15}$/.test(id) ? Number(id) : undefined;
}
