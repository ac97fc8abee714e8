import type { JSX } from "preact";
import Counter from "../Counter.tsx";

/** An island with another one inside. */
export default function Outer({ start }: { start: number }): JSX.Element {
  return (
    <div>
      <Counter start={start} text="inside" />
    </div>
  );
}
