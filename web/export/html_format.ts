import { h } from "preact";
import { render } from "preact-render-to-string";
import { LanguageContext } from "@/components/language.ts";
import type { Report } from "@/components/report/report.ts";
import { ReportCellView } from "@/components/report/report_cell.tsx";
import { ReportPage } from "@/components/report/report_page.tsx";
import { texts } from "@/components/texts.ts";
import { engineVersion } from "@/pipeline/version.ts";
import type { Language } from "../language.ts";
import type { ExportFormat } from "./format.ts";
import { reportData } from "./report_data.ts";
import { reportIcons } from "./report_icons.ts";
import { reportStyles } from "./report_styles.ts";

/** The notebook with its results as one file to read, which needs no server and fetches nothing. */
export const htmlFormat: ExportFormat = {
  name: "html",
  title: { en: "Report", zh: "报告" },
  ending: ".html",
  media: "text/html; charset=utf-8",
  async make(source) {
    const { language } = source;
    const report = await reportData(source);
    const props = {
      report,
      cells: await cellsHtml(report, language),
      language,
      styles: await reportStyles(),
      icons: await reportIcons(report),
      generator: `${texts.product} ${engineVersion}`,
    };
    const html = `<!doctype html>\n${render(h(ReportPage, props))}\n`;
    // Halves of letters and the NUL have no place in a file, though data may hold them.
    return html.toWellFormed().replaceAll("\0", "\ufffd");
  },
};

/** Writes the cells one by one, so that others have their turn between them. */
async function cellsHtml({ cells }: Report, language: Language): Promise<string> {
  let html = "";
  for (const cell of cells) {
    const view = h(ReportCellView, { cell });
    html += render(h(LanguageContext.Provider, { value: language }, view));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return html;
}
