import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { listApi } from "@/islands/list_api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { ListName } from "@/web/lists_schema.ts";
import { useLanguage } from "../language.ts";
import { ProblemText } from "../problem_text.tsx";
import { listTexts } from "../texts_lists.ts";

/** Puts something that was deleted back on its list and shows the page anew. */
export function RestoreButton(
  { list, id, kind }: {
    readonly list: ListName;
    readonly id: string;
    /** The classes of the button. */
    readonly kind: string;
  },
): JSX.Element {
  const language = useLanguage();
  const [isBusy, setBusy] = useState(true);
  useEffect(() => setBusy(false), []);
  const [problem, setProblem] = useState<Problem>();
  const restore = async (): Promise<void> => {
    setBusy(true);
    try {
      await listApi.restore(list, id);
      location.reload();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <>
      <button
        type="button"
        class={`${kind} needs-script`}
        disabled={isBusy}
        onClick={() => void restore()}
      >
        {listTexts.restore[language]}
      </button>
      {problem && <ProblemText problem={problem} language={language} />}
    </>
  );
}
