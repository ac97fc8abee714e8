import type { JSX } from "preact";

/** A fault with the square of its colour. */
export function FaultName(
  { name, colour }: { name: string; colour: string | undefined },
): JSX.Element {
  return (
    <span class="fault">
      <svg viewBox="0 0 8 8" aria-hidden="true">
        <rect class={colour} width={8} height={8} />
      </svg>
      {name}
    </span>
  );
}
