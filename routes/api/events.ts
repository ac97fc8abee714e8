import { define } from "@/web/define.ts";
import { serverEvents } from "@/web/server_events.ts";

/** One stream of all that happens in the workspace. */
export const handler = define.handlers({
  GET: (ctx) => {
    const { workbench, closing } = ctx.state.services;
    return serverEvents(ctx.req, (last, signal) => workbench.events.follow(last, signal), {
      closing,
    });
  },
});
