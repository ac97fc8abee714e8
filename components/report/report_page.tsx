import type { JSX } from "preact";
import type { Language } from "@/web/language.ts";
import { StateMark } from "../icon.tsx";
import { LanguageContext } from "../language.ts";
import { texts } from "../texts.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { reportTexts } from "../texts_report.ts";
import { FactList } from "./fact_list.tsx";
import type { Report } from "./report.ts";
import { anchorOf } from "./report_cell.tsx";

/** Nothing is fetched and nothing runs, whatever stands in the texts. */
export const reportPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; " +
  "form-action 'none'";

/** A report as a whole document. */
export function ReportPage(
  { report, cells: cellsHtml, language, styles, icons, generator }: {
    readonly report: Report;
    /** Its cells as HTML, made one by one. */
    readonly cells: string;
    readonly language: Language;
    /** The style sheets, in one text of our own. */
    readonly styles: string;
    /** The symbols of icons and states, as SVG. */
    readonly icons: string;
    /** What made it. */
    readonly generator: string;
  },
): JSX.Element {
  const { title, facts, warning, cells } = report;
  return (
    <LanguageContext.Provider value={language}>
      <html lang={{ en: "en", zh: "zh-CN" }[language]}>
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content={reportPolicy} />
          <meta name="referrer" content="no-referrer" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="generator" content={generator} />
          <title>{`${title} · ${texts.product}`}</title>
          <style dangerouslySetInnerHTML={{ __html: styles }} />
        </head>
        <body class="report">
          <a class="skip" href="#main">{texts.skipToContent[language]}</a>
          <div hidden dangerouslySetInnerHTML={{ __html: icons }} />
          <header class="report-head">
            <p class="small faint">{reportTexts.report[language]}</p>
            <h1 title={title}>{title}</h1>
            <FactList facts={facts} />
            {warning !== "" && (
              <p class="note">
                <StateMark state="stale" />
                <span>{warning}</span>
              </p>
            )}
          </header>
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
        </body>
      </html>
    </LanguageContext.Provider>
  );
}
