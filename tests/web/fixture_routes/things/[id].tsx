import { page } from "@/web/create_define.ts";
import { define } from "../../fixture_define.ts";

export const handler = define.handlers({
  GET: ({ params, state }) => {
    state.trail.push("handler");
    if (params.id === "broken") throw new Error("a secret detail");
    return page({ id: params.id }, { status: 203, headers: { "x-kind": "thing" } });
  },
});

export default define.page<typeof handler>(({ data }) => <h1>thing {data.id}</h1>);
