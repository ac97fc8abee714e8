import type { JSX } from "preact";
import { Icon, type IconName, StateMark, type StateName } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";

/** A cell as it reads without scripts, in the language of the page. */
export interface ReadCell {
  readonly id: string;
  readonly title: string;
  /** What it is called in the list of cells. */
  readonly outlineTitle: string;
  readonly icon: IconName;
  readonly state: StateName;
  readonly stateWords: string;
  /** What came of it in one line, or what it is for. */
  readonly summary: string;
  /** Its texts, as they are written and as HTML that is safe to show. */
  readonly texts: readonly { readonly markdown: string; readonly html: string }[];
  /** What its figures show. */
  readonly figures: readonly { readonly title: string; readonly sentence: string }[];
  readonly notices: readonly string[];
  /** Why it failed and what to do. */
  readonly problem: string | null;
  readonly isText: boolean;
}

/** A notebook to read: what stands on the page until its scripts are there, and where there are none. */
export function NotebookReading({ cells }: { cells: readonly ReadCell[] }): JSX.Element {
  const language = useLanguage();
  return (
    <div class="notebook">
      <nav class="rail" aria-label={notebookTexts.cells[language]}>
        <h2>{notebookTexts.cells[language]}</h2>
        <ol class="outline">
          {cells.map(({ id, outlineTitle, state }) => (
            <li key={id}>
              <a href={`#${id}`}>
                <StateMark state={state} />
                <span class="title" title={outlineTitle}>{outlineTitle}</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <main class="cells" id="main">
        <p class="note needs-scripts">{notebookTexts.needsScripts[language]}</p>
        {cells.length === 0 && <p class="intro">{notebookTexts.emptyNotebook[language]}</p>}
        {cells.map((cell, index) => <Cell key={cell.id} cell={cell} number={index + 1} />)}
      </main>
    </div>
  );
}

function Cell({ cell, number }: { cell: ReadCell; number: number }): JSX.Element {
  const { id, title, icon, state, summary, texts, figures, notices, problem, isText } = cell;
  return (
    <section
      id={id}
      class={isText ? "cell text" : "cell"}
      data-state={state}
      aria-labelledby={`${id}-title`}
    >
      <div class="cell-head">
        {!isText && <StateMark state={state} />}
        <span class="order">{number}</span>
        <h2 id={`${id}-title`}>
          <Icon name={icon} />
          {title}
        </h2>
        {!isText && (
          <div class="end">
            <span class={`state is-${state}`}>{cell.stateWords}</span>
          </div>
        )}
      </div>
      {summary !== "" && <p class="cell-summary">{summary}</p>}
      {problem !== null && <p class="note">{problem}</p>}
      {figures.length > 0 && (
        <dl class="read-figures needs-scripts">
          {figures.map((figure) => (
            <div key={figure.title}>
              <dt>{figure.title}</dt>
              <dd>{figure.sentence}</dd>
            </div>
          ))}
        </dl>
      )}
      {notices.map((notice) => <p key={notice} class="note">{notice}</p>)}
      {texts.map(({ markdown, html }) => (
        <div key={markdown} class="note-body">
          {/* deno-fmt-ignore */}
          <div class="markdown" dangerouslySetInnerHTML={{ __html: html }} />
        </div>
      ))}
    </section>
  );
}
