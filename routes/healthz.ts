import { define } from "@/web/define.ts";

/** Whether the server lives, for those who watch over it; says nothing else. */
export const handler = define.handlers({
  GET: () => new Response("ok\n", { headers: { "content-type": "text/plain; charset=utf-8" } }),
});
