import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { listApi } from "@/islands/list_api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { DeletedItem, ListName } from "@/web/lists_schema.ts";
import { Dialog } from "../dialog.tsx";
import { useLanguage } from "../language.ts";
import { Moment } from "../moment.tsx";
import { countWords } from "../number_words.ts";
import { ProblemText } from "../problem_text.tsx";
import { homeTexts } from "../texts_home.ts";
import { listTexts } from "../texts_lists.ts";
import { cutName } from "./shown_name.tsx";

/** So many are drawn, the last deleted. */
const mostShown = 100;

const kindWords = {
  notebooks: listTexts.ofNotebooks,
  datasets: listTexts.ofDatasets,
  pipelines: listTexts.ofPipelines,
  models: listTexts.ofModels,
  diagnoses: listTexts.ofDiagnoses,
} as const;

export interface DeletedDialogProps {
  readonly onRestored: (list: ListName) => Promise<void>;
  readonly onClose: () => void;
}

/** What was deleted, each with the way back. */
export function DeletedDialog({ onRestored, onClose }: DeletedDialogProps): JSX.Element {
  const language = useLanguage();
  const [items, setItems] = useState<readonly DeletedItem[]>();
  const [restored, setRestored] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<Problem>();
  const attempt = (work: () => Promise<void>): void => {
    setProblem(undefined);
    work().catch((error: unknown) => setProblem(problemOf(error)));
  };
  useEffect(() => attempt(async () => setItems((await listApi.deleted()).deleted)), []);
  const restore = ({ list, id }: DeletedItem): void =>
    attempt(async () => {
      await listApi.restore(list, id);
      setRestored((others) => new Set([...others, id]));
      await onRestored(list);
    });
  return (
    <Dialog id="recently-deleted" title={listTexts.recentlyDeleted[language]} onClose={onClose}>
      <p class="small dim">{listTexts.keptFor[language]}</p>
      {problem && <ProblemText problem={problem} language={language} />}
      {items === undefined && !problem && (
        <p class="faint" role="status">{listTexts.loading[language]}</p>
      )}
      {items?.length === 0 && <p>{listTexts.nothingDeleted[language]}</p>}
      <ul class="list deleted-list">
        {items?.slice(0, mostShown).map((item) => {
          const name = item.name === "" ? homeTexts.untitled[language] : item.name;
          return (
            <li key={item.id}>
              <span class="name" title={name}>
                <bdi>{cutName(name, 100)}</bdi>
              </span>
              <span class="value">
                {restored.has(item.id)
                  ? <span role="status">{listTexts.restored[language]}</span>
                  : (
                    <button
                      type="button"
                      class="button"
                      aria-label={listTexts.restoreOf(cutName(name, 80))[language]}
                      onClick={() => restore(item)}
                    >
                      {listTexts.restore[language]}
                    </button>
                  )}
              </span>
              <span class="sub">
                {kindWords[item.list][language]}
                {{ en: ", ", zh: "，" }[language]}
                <Moment time={item.deleted} />
              </span>
            </li>
          );
        })}
      </ul>
      {items !== undefined && items.length > mostShown && (
        <p class="small faint">
          {listTexts.others(countWords(items.length - mostShown))[language]}
        </p>
      )}
      <div class="buttons">
        <button type="button" class="button" onClick={onClose}>{listTexts.close[language]}</button>
      </div>
    </Dialog>
  );
}
