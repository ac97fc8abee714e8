import type { JSX } from "preact";

/** The icons there are: the symbols `i-…` in `static/icons.svg`. */
export const iconNames = [
  "add",
  "back",
  "chart",
  "check",
  "close",
  "code",
  "collapse",
  "columns",
  "copy",
  "diagnose",
  "down",
  "download",
  "edit",
  "evaluate",
  "expand",
  "filter",
  "history",
  "impute",
  "import",
  "info",
  "keyboard",
  "map",
  "more",
  "note",
  "outline",
  "pipeline",
  "profile",
  "redo",
  "remove",
  "rows",
  "run",
  "scale",
  "search",
  "settings",
  "split",
  "stop",
  "theme",
  "train",
  "undo",
  "up",
  "upload",
] as const;

/** The name of an icon. */
export type IconName = typeof iconNames[number];

/** A drawing of 16 × 16 px in the colour of the text; it says nothing to a screen reader. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon-drawing" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}

/** The states a cell, a run or a finding can be in: the symbols `s-…` in `static/icons.svg`. */
export const stateNames = [
  "fresh",
  "cached",
  "running",
  "waiting",
  "stale",
  "failed",
  "ok",
  "attention",
  "unknown",
] as const;

/** The name of a state. */
export type StateName = typeof stateNames[number];

/** The mark of a state, 14 × 14 px: a shape and a colour; the word for it stands beside it. */
export function StateMark({ state }: { state: StateName }): JSX.Element {
  return (
    <svg class={`state-mark is-${state}`} aria-hidden="true">
      <use href={`#s-${state}`} />
    </svg>
  );
}
