import { useEffect, useState } from "preact/hooks";
import { get, problemOf } from "@/islands/api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import { type DiagnosisRow, diagnosisRowSchema } from "@/web/sample_schema.ts";

/** More answers are not kept: each holds all KPIs of a row. */
const mostKept = 50;

/** Answers that were asked for, by their address. */
const kept = new Map<string, Promise<DiagnosisRow>>();

/** A row of a diagnosis with all that the model says of it, as far as it is there. */
export interface FoundRow {
  readonly found: DiagnosisRow | undefined;
  readonly problem: Problem | undefined;
  /** Tries again after a problem. */
  retry(): void;
}

/** Asks for a row of a diagnosis, and then for those that are likely to be opened next. */
export function useDiagnosisRow(
  diagnosis: string,
  row: number,
  errorRate: number,
  neighbours: readonly number[],
): FoundRow {
  const [state, setState] = useState<Pick<FoundRow, "found" | "problem">>({
    found: undefined,
    problem: undefined,
  });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isShown = true;
    setState({ found: undefined, problem: undefined });
    ask(diagnosis, row, errorRate).then((found) => {
      if (!isShown) return;
      setState({ found, problem: undefined });
      // Whether they can be had is told when they are opened.
      for (const next of neighbours) ask(diagnosis, next, errorRate).catch(() => {});
    }, (error: unknown) => {
      if (isShown) setState({ found: undefined, problem: problemOf(error) });
    });
    return () => {
      isShown = false;
    };
  }, [diagnosis, row, errorRate, attempt]);
  return { ...state, retry: () => setAttempt((before) => before + 1) };
}

async function ask(diagnosis: string, row: number, errorRate: number): Promise<DiagnosisRow> {
  const address = `/api/diagnoses/${diagnosis}/rows/${row}?errorRate=${errorRate}`;
  const before = kept.get(address);
  const answer = before ?? get(address, diagnosisRowSchema);
  kept.delete(address);
  kept.set(address, answer);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  try {
    return await answer;
  } catch (error) {
    kept.delete(address); // so that it can be tried again
    throw error;
  }
}
