import type { JSX } from "preact";
import type { Problem } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import { StateMark } from "./icon.tsx";

/** A problem in words: what is wrong, and what to do next. */
export function ProblemText(
  { problem, language }: { problem: Problem; language: Language },
): JSX.Element {
  return (
    <div class="error" role="alert">
      <StateMark state="failed" />
      <div>
        <p class="what">{problem.message[language]}</p>
        <p>{problem.hint[language]}</p>
      </div>
    </div>
  );
}
