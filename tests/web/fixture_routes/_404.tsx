import { define } from "../fixture_define.ts";

export default define.page(({ url }) => <h1>no {url.pathname}</h1>);
