import type { JSX } from "preact";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import { StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { momentWords } from "../time_words.ts";
import { useNotebook } from "./context.ts";
import { olderWords } from "./older_words.ts";

/** Says of a cell that is not up to date why, and of which run its results are. */
export function OlderNote({ live }: { live: LiveCell }): JSX.Element | null {
  const language = useLanguage();
  const open = useNotebook();
  const { state } = live.state;
  const words = olderWords(live, open.structure.value, language, {
    isFailed: (id) => open.live(id).value.state.state === "failed",
    at: (time) => momentWords(new Date(time), new Date(), language),
  });
  if (words === "") return null;
  return (
    <p class={state === "stale" ? "note" : "note plain"}>
      <StateMark state={state} />
      <span>{words}</span>
    </p>
  );
}
