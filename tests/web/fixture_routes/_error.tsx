import { define } from "../fixture_define.ts";

export default define.page(({ error }) => (
  <h1>root: {error instanceof Error ? error.message : ""}</h1>
));
