import { define } from "../fixture_define.ts";

export default define.middleware(async (ctx) => {
  ctx.state.trail.push("root before");
  const response = await ctx.next();
  ctx.state.trail.push("root after");
  response.headers.set("x-trail", ctx.state.trail.join(", "));
  return response;
});
