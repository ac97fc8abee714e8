import { api } from "../api.ts";
import { type Heard, listen } from "../event_stream.ts";
import { OpenNotebook } from "./open_notebook.ts";

/** So many milliseconds a connection may take before the notebook is opened without it. */
const patience = 1000;

/**
 * Opens a notebook and keeps it up to date, until `signal` is aborted. It listens first, so that nothing that
 * happens while the notebook is on its way is missed.
 *
 * @throws {HealerError} what the server says where the notebook cannot be opened
 */
export async function listenAndOpen(id: string, signal: AbortSignal): Promise<OpenNotebook> {
  const missed: Heard[] = [];
  let open: OpenNotebook | undefined = undefined;
  const connected = Promise.withResolvers<void>();
  const stop = listen((heard) => {
    if (heard.event === "hello") {
      connected.resolve();
      // Before it something may have happened that nobody heard.
      void open?.reload();
    }
    if (open === undefined) missed.push(heard);
    else open.onHeard(heard);
  });
  signal.addEventListener("abort", stop, { once: true });
  const listening = Promise.race([
    connected.promise,
    new Promise((resolve) => setTimeout(resolve, patience)),
  ]);
  // The kinds of cells do not change meanwhile.
  const [opened, { kinds }] = await Promise.all([
    listening.then(() => api.notebook(id)),
    api.kinds(),
  ]);
  open = new OpenNotebook(opened, new Map(kinds.map((kind) => [kind.kind, kind])));
  for (const heard of missed) open.onHeard(heard);
  saveWhenLeft(open, signal);
  void open.resumeLeft();
  return open;
}

/** Nothing that was typed is lost with the page. */
function saveWhenLeft({ saving }: OpenNotebook, signal: AbortSignal): void {
  addEventListener("pagehide", () => saving.leave(), { signal });
  addEventListener("beforeunload", (event) => {
    if (saving.isAtRisk) event.preventDefault();
  }, { signal });
}
