import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { revisionCalls } from "@/islands/notebook/revision_calls.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { RevisionEntry } from "@/web/revision_schema.ts";
import { Dialog } from "../dialog.tsx";
import { useLanguage } from "../language.ts";
import { ProblemText } from "../problem_text.tsx";
import { revisionTexts } from "../texts_revisions.ts";
import { useNotebook } from "./context.ts";
import { RevisionChosen } from "./revision_chosen.tsx";
import { RevisionList } from "./revision_list.tsx";

/** The states a notebook was saved in: what changed when, compared with now or each other, to restore. */
export function RevisionPanel({ onClose }: { onClose: () => void }): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const [entries, setEntries] = useState<readonly RevisionEntry[]>();
  const [total, setTotal] = useState(0);
  const [chosen, setChosen] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const load = async (before?: number): Promise<void> => {
    try {
      // What was just typed is the newest of them.
      if (before === undefined) await open.saving.flush();
      const page = await revisionCalls.list(open.id, before);
      const known = before === undefined ? [] : entries ?? [];
      setEntries([...known, ...page.revisions]);
      setTotal(page.total);
      if (before === undefined) setChosen((current) => current ?? page.revisions[0]?.revision);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  useEffect(() => void load(), []);
  const entry = entries?.find(({ revision }) => revision === chosen);
  return (
    <Dialog id="revisions-title" title={revisionTexts.title[language]} onClose={onClose}>
      <p class="small faint">{revisionTexts.kept[language]}</p>
      {problem && <ProblemText problem={problem} language={language} />}
      {entries === undefined
        ? problem === undefined &&
          <p class="faint" role="status">{revisionTexts.loading[language]}</p>
        : (
          <div class="revisions">
            <RevisionList
              entries={entries}
              total={total}
              chosen={chosen}
              onChoose={setChosen}
              onMore={() => void load(entries.at(-1)?.revision)}
            />
            {entry && (
              <RevisionChosen
                key={entry.revision}
                entry={entry}
                entries={entries}
                onNamed={() => void load()}
                onRestored={onClose}
              />
            )}
          </div>
        )}
      <button type="button" class="button" onClick={onClose}>
        {revisionTexts.close[language]}
      </button>
    </Dialog>
  );
}
