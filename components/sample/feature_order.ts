import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";

/** So many of the first have to be the same for two orders to count as one. */
const compared = 10;

/** The indices of features, those that matter most for an answer first; as in the model where nothing is known. */
export function featureOrder(names: readonly string[], answer: RowAnswer | undefined): number[] {
  const indices = new Map(names.map((name, index) => [name, index]));
  const first = strongest(answer).flatMap((name) => indices.get(name) ?? []);
  const known = new Set(first);
  return [...first, ...names.keys().filter((index) => !known.has(index))];
}

/** Whether two answers put the same features first. */
export function isSameOrder(one: RowAnswer | undefined, other: RowAnswer | undefined): boolean {
  const [first, second] = [one, other].map((answer) =>
    strongest(answer).slice(0, compared).toSorted()
  );
  return JSON.stringify(first) === JSON.stringify(second);
}

function strongest(answer: RowAnswer | undefined): string[] {
  return answer?.evidence?.features.map(({ feature }) => feature) ?? [];
}
