import type { JSX } from "preact";
import { cutName } from "../lists/shown_name.tsx";

/** No line holds more of a name. */
const longest = 120;

/** The name of a KPI as it stands in the table: cut where it is too long, whole when pointed at. */
export function KpiName({ name }: { name: string }): JSX.Element {
  return (
    <code class="kpi-name" title={name}>
      <bdi>{cutName(name, longest)}</bdi>
    </code>
  );
}
