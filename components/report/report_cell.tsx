import type { JSX } from "preact";
import { Icon, StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { reportTexts } from "../texts_report.ts";
import { FactList } from "./fact_list.tsx";
import type { ReportCell, Setting } from "./report.ts";
import { DiagnosisCountsView } from "./report_diagnosis.tsx";
import { ReportFigureView } from "./report_figure.tsx";
import { ReportTableView } from "./report_table.tsx";

/** The id of a cell's place, unlike any other in the document. */
export function anchorOf(id: string): string {
  return `cell-${id}`;
}

/** A cell of a report, as it stands on the page of its notebook. */
export function ReportCellView({ cell }: { readonly cell: ReportCell }): JSX.Element {
  const { id, number, title, icon, state, stateWords, reads, summary, texts, isText } = cell;
  const language = useLanguage();
  const isQuiet = isText && state !== "failed";
  const name = notebookTexts.cellNumber(number, title)[language];
  return (
    <section
      id={anchorOf(id)}
      class={isText ? "cell text" : "cell"}
      data-state={state}
      aria-label={name}
    >
      <div class="cell-head">
        {!isQuiet && <StateMark state={state} />}
        <span class="order">{number}</span>
        <h2>
          <Icon name={icon} />
          <span class="cell-title" title={title}>{title}</span>
        </h2>
        {reads.length > 0 && (
          <span class="reads">{notebookTexts.reads[language]} {reads.join(", ")}</span>
        )}
        {!isQuiet && (
          <div class="end">
            <span class={`state is-${state}`}>{stateWords}</span>
          </div>
        )}
      </div>
      {summary !== "" && <p class="cell-summary">{summary}</p>}
      {isText
        ? (
          <div class="note-body">
            <Problem cell={cell} />
            {texts.length === 0 && <p class="faint">{notebookTexts.emptyNote[language]}</p>}
            {texts.map(({ markdown, html }) => (
              // deno-fmt-ignore
              <div key={markdown} class="markdown" dangerouslySetInnerHTML={{ __html: html }} />
            ))}
          </div>
        )
        : <Body cell={cell} name={name} />}
    </section>
  );
}

function Body(
  { cell, name }: {
    readonly cell: ReportCell;
    /** What the cell is called, with its number. */
    readonly name: string;
  },
): JSX.Element {
  const language = useLanguage();
  const { settings, state, older, hasResult, notices, problem } = cell;
  const { figures, tables, models, diagnoses } = cell;
  return (
    <div class={settings.length === 0 ? "cell-body whole" : "cell-body"}>
      {settings.length > 0 && (
        <dl class="report-settings" aria-label={reportTexts.settings(name)[language]}>
          {settings.map((setting) => <SettingView key={setting.label} setting={setting} />)}
        </dl>
      )}
      <div class="results">
        <Problem cell={cell} />
        {older !== "" && (
          <p class={state === "stale" ? "note" : "note plain"}>
            <StateMark state={state} />
            <span>{older}</span>
          </p>
        )}
        {!hasResult && problem === undefined && older === "" && (
          <p class="faint small">{reportTexts.noResult[language]}</p>
        )}
        {notices.length > 0 && (
          <div class="note plain">
            <Icon name="info" />
            <ul>{notices.map((notice, index) => <li key={index}>{notice}</li>)}</ul>
          </div>
        )}
        {figures.length > 0 && (
          <div class={figures.length > 1 ? "figures" : "figures one"}>
            {figures.map((figure, index) => <ReportFigureView key={index} figure={figure} />)}
          </div>
        )}
        {diagnoses.map((counts, index) => (
          <DiagnosisCountsView key={index} diagnosis={counts} isOpen={figures.length === 0} />
        ))}
        {models.map((facts, index) => (
          <details key={index} class="report-part" open={figures.length === 0}>
            <summary>{reportTexts.model[language]}</summary>
            <FactList facts={facts} />
          </details>
        ))}
        {tables.map((table, index) => (
          <ReportTableView
            key={index}
            table={table}
            cell={name}
            isOpen={index === 0 && figures.length === 0}
          />
        ))}
      </div>
    </div>
  );
}

function SettingView({ setting }: { readonly setting: Setting }): JSX.Element {
  const { label, words, isChanged, isCode } = setting;
  return (
    <div class={isChanged ? "changed" : undefined}>
      <dt>{label}</dt>
      <dd>{isCode ? <pre tabIndex={0}><code>{words}</code></pre> : words}</dd>
    </div>
  );
}

/** Why the cell failed, where, and what to do. */
function Problem({ cell: { problem } }: { readonly cell: ReportCell }): JSX.Element | null {
  const language = useLanguage();
  if (problem === undefined) return null;
  const { code, message, hint, place } = problem;
  return (
    <div class="error cell-problem">
      <StateMark state="failed" />
      <div>
        <p class="what">{message[language]}</p>
        <p>{hint[language]}</p>
        <p class="tiny dim place">
          {place !== "" && `${notebookTexts.problemAt(place)[language]} `}
          <code>{code}</code>
        </p>
      </div>
    </div>
  );
}
