import { define } from "../fixture_define.ts";

export default define.layout(({ children, url }) => (
  <html>
    <body data-path={url.pathname}>{children}</body>
  </html>
));
