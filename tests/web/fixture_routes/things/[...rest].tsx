import { define } from "../../fixture_define.ts";

export default define.page(({ params }) => <h1>rest {params.rest}</h1>);
