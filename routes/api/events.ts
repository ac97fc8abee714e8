import { define } from "@/web/define.ts";
import { serverEvents } from "@/web/server_events.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "One stream of all that happens in the workspace, repeated from Last-Event-ID on",
      zh: "工作区内全部事件的事件流，可自 Last-Event-ID 起重放",
    },
    answer: { media: ["text/event-stream"] },
  },
});

/** One stream of all that happens in the workspace. */
export const handler = define.handlers({
  GET: (ctx) => {
    const { workbench, closing } = ctx.state.services;
    return serverEvents(ctx.req, (last, signal) => workbench.events.follow(last, signal), {
      closing,
    });
  },
});
