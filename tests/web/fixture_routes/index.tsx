import { page } from "@/web/create_define.ts";
import { define } from "../fixture_define.ts";

export const handler = define.handlers({
  GET: (ctx) => page({ name: ctx.url.searchParams.get("name") ?? "nobody" }),
  POST: (ctx) => ctx.redirect("/?name=posted", 303),
});

export default define.page<typeof handler>(({ data }) => <h1>Hello {data.name.toUpperCase()}</h1>);
