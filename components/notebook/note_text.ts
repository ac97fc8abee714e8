import type { Params } from "@/islands/notebook/edits.ts";
import type { Text } from "@/pipeline/problem.ts";

/** The text of a note, or undefined where there is none; either language stands in for the other where that is empty. */
export function noteText({ en, zh }: Params): Text | undefined {
  const [english, chinese] = [en, zh].map((text) => typeof text === "string" ? text : "");
  const text = { en: english || chinese || "", zh: chinese || english || "" };
  return text.en === "" ? undefined : text;
}
