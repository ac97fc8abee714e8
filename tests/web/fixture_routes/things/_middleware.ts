import { define } from "../../fixture_define.ts";

export default define.middleware(async (ctx) => {
  ctx.state.trail.push("things before");
  if (ctx.url.searchParams.has("stop")) return new Response("stopped", { status: 418 });
  const response = await ctx.next();
  ctx.state.trail.push("things after");
  return response;
});
