import type { JSX } from "preact";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import { useLanguage } from "../language.ts";
import { remainingWords } from "../remaining_words.ts";
import { useNotebook } from "./context.ts";

/** How long the whole run will still take, where that can be known. */
export function RunRemaining(): JSX.Element | null {
  const language = useLanguage();
  const open = useNotebook();
  if (open.run.value === null) return null;
  const cells = open.structure.value.cells.map((cell) => ({
    live: open.live(cell.id).value,
    isCostly: open.kinds.get(cell.kind)?.cost === "costly",
  }));
  const seconds = secondsLeft(cells);
  if (seconds === undefined) return null;
  return <span class="small dim wide-only">{remainingWords(seconds, language)}</span>;
}

/**
 * The seconds that cells which run or wait will take, one after the other: what a running one says of itself, else
 * what its last result took; undefined where nobody knows of a costly one.
 */
export function secondsLeft(
  cells: readonly { readonly live: LiveCell; readonly isCostly: boolean }[],
): number | undefined {
  let seconds = 0;
  for (const { live: { state, progress, result }, isCostly } of cells) {
    if (state.state !== "running" && state.state !== "waiting") continue;
    const last = result && result.seconds * (1 - (progress?.fraction ?? 0));
    const own = state.state === "running" ? progress?.remaining ?? last : result?.seconds;
    if (own === undefined && isCostly) return undefined;
    seconds += own ?? 0;
  }
  return seconds > 0 ? seconds : undefined;
}
