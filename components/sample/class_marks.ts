import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import type { SampleForm } from "@/web/sample_schema.ts";
import type { NameFault } from "../fault_catalogue.ts";
import type { MarkedRange } from "./training_marks.tsx";

/** A class whose rows are marked along the sliders. */
export interface ClassMark {
  readonly fault: string;
  readonly code: number;
  readonly colour: string;
}

/** The two classes that are worth comparing: what is normal and the diagnosis, or, where those are the same, the runner-up. */
export interface ClassMarks {
  readonly upper: ClassMark | undefined;
  readonly lower: ClassMark | undefined;
}

/** Which classes are marked, given the answer so far. */
export function classMarks(
  { classes, normal }: SampleForm,
  answer: RowAnswer | undefined,
  nameFault: NameFault,
): ClassMarks {
  const mark = (fault: string | null | undefined): ClassMark | undefined => {
    const code = fault === null || fault === undefined ? -1 : classes.indexOf(fault);
    const named = classes[code];
    return named === undefined
      ? undefined
      : { fault: named, code, colour: nameFault(named).colour };
  };
  const upper = mark(normal);
  const own = mark(answer?.diagnosis);
  const isSame = own !== undefined && own.code === upper?.code;
  return { upper, lower: isSame ? mark(answer?.runnerUp) : own };
}

/** Where the rows of a marked class lie. */
export function markOf(
  mark: ClassMark | undefined,
  { statistics }: SampleForm["features"][number],
): MarkedRange | undefined {
  const found = mark && statistics?.perClass[mark.code];
  return found ? { range: found.usual, colour: mark.colour } : undefined;
}
