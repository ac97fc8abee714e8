import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";

/** An island with state of both sorts. */
export default function Counter(
  { start, text, children }: { start: number; text: string; children?: ComponentChildren },
): JSX.Element {
  const [count] = useState(start);
  const twice = useSignal(count * 2);
  return <b title={text}>{count} {twice} {text}{children}</b>;
}
