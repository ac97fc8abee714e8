import { partOf } from "../run_context.ts";
import type { CellContext } from "./cell_kind.ts";

/** The part of a cell's context between the fractions `from` and `to` of its progress. */
export function cellPartOf(context: CellContext, from: number, to: number): CellContext {
  return {
    ...partOf(context, from, to),
    notice: (notice) => context.notice(notice),
    log: (message) => context.log(message),
    metric: (...point) => context.metric(...point),
    pathOf: (file) => context.pathOf(file),
    scratchPath: (extension) => context.scratchPath(extension),
    keep: (path, media) => context.keep(path, media),
    runCode: (work) => context.runCode(work),
  };
}
