import { notebookEventSchema } from "@/pipeline/kernel/events.ts";
import type { Run, RunEvent } from "@/store/runs.ts";
import type { LogEntry } from "../run_schema.ts";

/** The log of a cell in a run, from the events that the run keeps of it. */
export function logEntries(run: Run, events: readonly RunEvent[]): LogEntry[] {
  const entries = events.flatMap(({ event }) => entryOf(event) ?? []);
  const isCutOff = run.state === "interrupted" && run.ended !== null;
  const last = entries.at(-1)?.type;
  if (isCutOff && run.ended !== null && (last === "started" || last === "message")) {
    entries.push({ type: "interrupted", time: run.ended });
  }
  return entries;
}

/** Undefined for what is no line of a log, and for what this version does not know. */
function entryOf(json: unknown): LogEntry | undefined {
  const event = notebookEventSchema.safeParse(json).data;
  switch (event?.type) {
    case "started":
    case "cancelled":
      return { type: event.type, time: event.time };
    case "log":
      return { type: "message", time: event.time, message: event.message };
    case "finished":
      return { type: "finished", time: event.time, seconds: event.seconds };
    case "failed":
      return { type: "failed", time: event.time, problem: event.problem };
    default:
      return undefined;
  }
}
