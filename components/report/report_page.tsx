import type { JSX } from "preact";
import { StateMark } from "../icon.tsx";
import { notebookTexts } from "../texts_notebook.ts";
import { reportTexts } from "../texts_report.ts";
import type { Report } from "./report.ts";
import { anchorOf } from "./report_cell.tsx";
import { ReportDocument, type ReportSettings } from "./report_document.tsx";

/** A report of a notebook as a whole document. */
export function ReportPage(
  { report, cells: cellsHtml, ...settings }: ReportSettings & {
    readonly report: Report;
    /** Its cells as HTML, made one by one. */
    readonly cells: string;
  },
): JSX.Element {
  const { title, facts, warning, cells } = report;
  const { language } = settings;
  const note = warning !== "" && (
    <p class="note">
      <StateMark state="stale" />
      <span>{warning}</span>
    </p>
  );
  return (
    <ReportDocument
      {...settings}
      kind={reportTexts.report[language]}
      title={title}
      facts={facts}
      note={note}
    >
      <div class="notebook">
        <nav class="rail" aria-label={reportTexts.contents[language]}>
          <h2>{reportTexts.contents[language]}</h2>
          <ol class="outline">
            {cells.map(({ id, outlineTitle, state, isText }) => (
              <li key={id}>
                <a href={`#${anchorOf(id)}`} class={isText ? "is-text" : undefined}>
                  {!isText && <StateMark state={state} />}
                  <span class="entry">
                    <span class="title">{outlineTitle}</span>
                  </span>
                </a>
              </li>
            ))}
          </ol>
        </nav>
        {cells.length === 0
          ? (
            <main class="cells" id="main">
              <p class="intro">{notebookTexts.emptyNotebook[language]}</p>
            </main>
          )
          // deno-fmt-ignore
          : <main class="cells" id="main" dangerouslySetInnerHTML={{ __html: cellsHtml }} />}
      </div>
    </ReportDocument>
  );
}
