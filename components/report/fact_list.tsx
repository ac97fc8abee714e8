import type { JSX } from "preact";
import type { Fact } from "./report.ts";

/** Names and what they are, one a line. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }): JSX.Element {
  return (
    <dl class="report-facts">
      {facts.map(({ name, values, isCode = false }) => (
        <div key={name}>
          <dt>{name}</dt>
          {values.map((value) => <dd key={value}>{isCode ? <code>{value}</code> : value}</dd>)}
        </div>
      ))}
    </dl>
  );
}
