import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Answered, Questions } from "@/islands/sample/questions.ts";
import { sampleApi } from "@/islands/sample_api.ts";
import type { SampleForm } from "@/web/sample_schema.ts";

const nothing: Answered = {
  answer: undefined,
  explained: undefined,
  isExplained: false,
  problem: undefined,
};

/** Asks a model about values whenever they change. */
export function useQuestions(
  { model: { id }, features }: SampleForm,
  values: readonly (number | null)[],
  errorRate: number,
): Answered & {
  /** The values stay as they are: everything is asked for at once. */
  settle(): void;
  /** Asks once more. */
  again(): void;
} {
  const [state, setState] = useState<Answered>(nothing);
  const questions = useRef<Questions | undefined>(undefined);
  // Before the page is painted: what is dragged shall not wait a frame for its question.
  useLayoutEffect(() => {
    const opened = new Questions(
      ({ values, errorRate }, detail, signal) => {
        const named = features.map(({ name }, index) => [name, values[index] ?? null] as const);
        return sampleApi.ask(id, { values: Object.fromEntries(named), errorRate, detail }, signal);
      },
      setState,
    );
    questions.current = opened;
    return () => opened.close();
  }, []);
  useLayoutEffect(() => questions.current?.change({ values, errorRate }), [values, errorRate]);
  return {
    ...state,
    settle: () => questions.current?.settle(),
    again: () => questions.current?.again(),
  };
}
