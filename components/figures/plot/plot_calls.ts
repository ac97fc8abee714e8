import type { Markish } from "@observablehq/plot";
import type { Plot } from "../plot_frame.ts";

/**
 * Calls a part of Observable Plot by the name that a figure has for it; the figure was checked to name nothing else.
 *
 * @throws {Error} The marks of this Plot are those of other figures only; see `all_plot_marks.ts`.
 */
export function callPlot(plot: Plot, name: string, ...given: readonly unknown[]): unknown {
  const part: unknown = Reflect.get(plot, name);
  if (typeof part !== "function") throw new Error(`The part ${name} of Plot is not loaded.`);
  return Reflect.apply(part, undefined, given);
}

/** A mark, or several that belong together. */
export function markOf(plot: Plot, name: string, ...given: readonly unknown[]): Markish {
  const mark = callPlot(plot, name, ...given);
  if (!isMark(mark)) throw new Error(`The part ${name} of Plot is no mark.`);
  return mark;
}

function isMark(mark: unknown): mark is Markish {
  return typeof mark === "object" && mark !== null;
}
