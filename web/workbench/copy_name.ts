import type { Text } from "@/pipeline/problem.ts";
import { withoutEnding } from "./train_notebook.ts";

/** What a copy is called: a remark behind the name, before the ending that says a file's format. */
export function copyName(name: string): Text {
  const stem = withoutEnding(name);
  const ending = name.slice(stem.length);
  return { en: `${stem} (copy)${ending}`, zh: `${stem}（副本）${ending}` };
}
