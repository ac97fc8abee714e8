import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { revisionCalls } from "@/islands/notebook/revision_calls.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { NotebookContent } from "@/web/api_schema.ts";
import type { RevisionEntry } from "@/web/revision_schema.ts";
import { useLanguage } from "../language.ts";
import { ProblemText } from "../problem_text.tsx";
import { revisionTexts } from "../texts_revisions.ts";
import { useNotebook } from "./context.ts";
import { NotebookDifference } from "./notebook_difference.tsx";

/** One revision: compared with another one or with now, to be named or restored. */
export function RevisionChosen(
  { entry, entries, onNamed, onRestored }: {
    readonly entry: RevisionEntry;
    /** Those it can be compared with. */
    readonly entries: readonly RevisionEntry[];
    readonly onNamed: () => void;
    readonly onRestored: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const { revision } = entry;
  const isNewest = entries[0]?.revision === revision;
  const previous = entries[entries.findIndex((each) => each.revision === revision) + 1]?.revision;
  const [other, setOther] = useState(isNewest && previous !== undefined ? String(previous) : "now");
  const [pair, setPair] = useState<{ before: NotebookContent; after: NotebookContent }>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    let isShown = true;
    setPair(undefined);
    const contentOf = async (number: number): Promise<NotebookContent> =>
      (await revisionCalls.get(open.id, number)).notebook;
    const load = async (): Promise<void> => {
      const own = await contentOf(revision);
      const second = other === "now" ? open.notebook.value : await contentOf(Number(other));
      // The older one stands first, whichever was chosen first.
      const isOlder = other === "now" || revision < Number(other);
      if (isShown) {
        setPair(isOlder ? { before: own, after: second } : { before: second, after: own });
      }
    };
    load().catch((error: unknown) => isShown && setProblem(problemOf(error)));
    return () => {
      isShown = false;
    };
  }, [revision, other]);
  const restore = async (): Promise<void> => {
    await open.restoreRevision(revision);
    onRestored();
  };
  return (
    <section class="revision-chosen" aria-label={revisionTexts.revision(revision)[language]}>
      <div class="row wrap">
        <h3>{revisionTexts.revision(revision)[language]}</h3>
        {!isNewest && (
          <button
            type="button"
            class="button primary push"
            title={revisionTexts.restoreHelp[language]}
            onClick={() => void restore()}
          >
            {revisionTexts.restore[language]}
          </button>
        )}
      </div>
      <NameForm entry={entry} onNamed={onNamed} onProblem={setProblem} />
      <label class="row small compare-with">
        <span class="dim">{revisionTexts.compareWith[language]}</span>
        <select
          class="select"
          value={other}
          onChange={({ currentTarget }) => setOther(currentTarget.value)}
        >
          <option value="now">{revisionTexts.now[language]}</option>
          {entries.filter((each) => each.revision !== revision).map((each) => (
            <option key={each.revision} value={String(each.revision)}>
              {revisionTexts.revision(each.revision)[language]}
              {each.name === "" ? "" : `: ${each.name}`}
            </option>
          ))}
        </select>
      </label>
      {problem && <ProblemText problem={problem} language={language} />}
      {pair
        ? <NotebookDifference before={pair.before} after={pair.after} />
        : problem === undefined &&
          <p class="faint" role="status">{revisionTexts.loading[language]}</p>}
    </section>
  );
}

function NameForm(
  { entry: { revision, name }, onNamed, onProblem }: {
    readonly entry: RevisionEntry;
    readonly onNamed: () => void;
    readonly onProblem: (problem: Problem) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const [text, setText] = useState(name);
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      await revisionCalls.rename(open.id, revision, text);
      onNamed();
    } catch (error) {
      onProblem(problemOf(error));
    }
  };
  return (
    <form class="row small" onSubmit={(event) => void save(event)}>
      <input
        class="input"
        value={text}
        maxLength={200}
        aria-label={revisionTexts.name[language]}
        placeholder={revisionTexts.name[language] + { en: ": ", zh: "：" }[language] +
          revisionTexts.nameHelp[language]}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      {text.trim() !== name && (
        <button type="submit" class="button">{revisionTexts.saveName[language]}</button>
      )}
    </form>
  );
}
