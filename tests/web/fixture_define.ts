import { createDefine } from "@/web/create_define.ts";

/** What the routes of the fixture find in `ctx.state`. */
export interface FixtureState {
  /** What happened on the way to the answer, in order. */
  readonly trail: string[];
}

/** As the application's `define`. */
export const define = createDefine<FixtureState>();
