import { define } from "../../fixture_define.ts";

export default define.page(() => <h1>about</h1>);
