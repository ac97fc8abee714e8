import { define } from "@/web/define.ts";
import { sessionCookie } from "@/web/gate/door.ts";

/** Ends the session. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const { door, host } = ctx.state;
    await door.leave(ctx.req, host);
    const response = ctx.redirect("/login", 303);
    response.headers.set("set-cookie", sessionCookie(host, undefined));
    return response;
  },
});
