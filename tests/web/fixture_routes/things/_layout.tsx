import { define } from "../../fixture_define.ts";

export default define.layout(({ children }) => <section>{children}</section>);
