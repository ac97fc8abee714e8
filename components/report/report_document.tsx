import type { ComponentChildren, JSX } from "preact";
import type { Language } from "@/web/language.ts";
import { LanguageContext } from "../language.ts";
import { texts } from "../texts.ts";
import { FactList } from "./fact_list.tsx";
import type { Fact } from "./report.ts";

/** Nothing is fetched and nothing runs, whatever stands in the texts. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; " +
  "form-action 'none'";

/** What every report is given beside what it tells. */
export interface ReportSettings {
  readonly language: Language;
  /** The style sheets, in one text of our own. */
  readonly styles: string;
  /** The symbols of icons and states, as SVG. */
  readonly icons: string;
  /** What made it. */
  readonly generator: string;
}

/** A report as a whole document that is read from one file: its head, and room for what it tells. */
export function ReportDocument(
  { kind, title, facts, note, children, language, styles, icons, generator }: ReportSettings & {
    /** What sort of report it is, in words. */
    readonly kind: string;
    readonly title: string;
    readonly facts: readonly Fact[];
    /** What is to be known before it is read. */
    readonly note?: ComponentChildren;
    readonly children: ComponentChildren;
  },
): JSX.Element {
  return (
    <LanguageContext.Provider value={language}>
      <html lang={{ en: "en", zh: "zh-CN" }[language]}>
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content={policy} />
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
            <p class="small faint">{kind}</p>
            <h1 title={title}>{title}</h1>
            <FactList facts={facts} />
            {note}
          </header>
          {children}
        </body>
      </html>
    </LanguageContext.Provider>
  );
}
