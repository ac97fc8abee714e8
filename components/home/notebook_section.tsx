import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { api, problemOf } from "@/islands/api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { NotebookOverview } from "@/web/api_schema.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { ProblemText } from "../problem_text.tsx";
import { homeTexts } from "../texts_home.ts";
import { NotebookTable } from "./notebook_table.tsx";
import { RenameDialog } from "./rename_dialog.tsx";
import { useShortened } from "./shortened.tsx";

const inSight = 10;
/** From so many notebooks on they can be searched. */
const many = 8;

/** The notebooks of the workspace, and what is done with them. */
export function NotebookSection(
  { notebooks, isBusy, onDemo }: {
    readonly notebooks: readonly NotebookOverview[];
    readonly isBusy: boolean;
    readonly onDemo: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const [renamed, setRenamed] = useState<NotebookOverview>();
  const [deleted, setDeleted] = useState<NotebookOverview>();
  const [problem, setProblem] = useState<Problem>();
  const [search, setSearch] = useState("");
  const found = notebooks.filter(({ title, data }) =>
    `${title} ${data ?? ""}`.toLowerCase().includes(search.trim().toLowerCase())
  );
  const { shown, more } = useShortened(found, inSight);
  // The list itself comes anew with the event that each of these brings.
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <section class="section" aria-labelledby="notebooks">
      <div class="section-head">
        <h2 id="notebooks">
          {homeTexts.notebooks[language]} <span class="count">{notebooks.length}</span>
        </h2>
        <div class="push row">
          <button type="button" class="button quiet" disabled={isBusy} onClick={onDemo}>
            {homeTexts.openDemo[language]}
          </button>
          {notebooks.length >= many && <SearchField value={search} onChange={setSearch} />}
        </div>
      </div>
      {problem && <ProblemText problem={problem} language={language} />}
      <div role="status">
        {deleted && (
          <Deleted
            key={deleted.id}
            title={deleted.title || homeTexts.untitled[language]}
            onUndo={() =>
              void attempt(async () => {
                await api.restoreNotebook(deleted.id);
                setDeleted(undefined);
              })}
          />
        )}
      </div>
      {shown.length === 0
        ? (
          <p class="dim small">
            {homeTexts[notebooks.length === 0 ? "noNotebooks" : "noneFound"][language]}
          </p>
        )
        : (
          <NotebookTable
            notebooks={shown}
            onRename={setRenamed}
            onDuplicate={({ id }) => void attempt(() => api.createNotebook({ copyOf: id }))}
            onDelete={(notebook) =>
              void attempt(async () => {
                await api.deleteNotebook(notebook.id);
                setDeleted(notebook);
              })}
          />
        )}
      {more}
      {renamed && <RenameDialog notebook={renamed} onClose={() => setRenamed(undefined)} />}
    </section>
  );
}

function SearchField(
  { value, onChange }: { readonly value: string; readonly onChange: (value: string) => void },
): JSX.Element {
  const language = useLanguage();
  const label = homeTexts.searchNotebooks[language];
  return (
    <div class="search">
      <Icon name="search" />
      <input
        class="input"
        type="search"
        placeholder={label}
        aria-label={label}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  );
}

/** Says what was deleted and takes it back; the focus comes here, since its row is gone. */
function Deleted(
  { title, onUndo }: { readonly title: string; readonly onUndo: () => void },
): JSX.Element {
  const language = useLanguage();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <p class="note plain">
      <Icon name="remove" />
      <span>{homeTexts.deleted(title)[language]}</span>
      <button ref={button} type="button" class="link-button" onClick={onUndo}>
        {homeTexts.undo[language]}
      </button>
    </p>
  );
}
