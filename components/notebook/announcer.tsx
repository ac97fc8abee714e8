import type { JSX } from "preact";
import { useNotebook } from "./context.ts";

/** Says to a screen reader what has just happened and can only be seen. */
export function Announcer(): JSX.Element {
  return (
    <p class="visually-hidden" role="status" aria-live="polite" data-announcer>
      {useNotebook().announcement.value}
    </p>
  );
}
