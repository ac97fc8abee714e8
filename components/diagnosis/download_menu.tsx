import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { Menu, type MenuItem } from "../menu.tsx";
import { diagnosisPageTexts } from "../texts_diagnosis_page.ts";

const formats = [["csv", "CSV"], ["json", "JSON"], ["parquet", "Parquet"]] as const;

/** Where the result of a diagnosis can be had as a file. */
export function resultAddress(
  diagnosis: string,
  format: typeof formats[number][0] | "html",
): string {
  return `/api/diagnoses/${diagnosis}/file?format=${format}`;
}

/** The files that a diagnosis can be taken away as. */
export function DiagnosisDownloads({ diagnosis }: { diagnosis: string }): JSX.Element {
  const language = useLanguage();
  const items: MenuItem[] = [
    ...formats.map(([format, label]): MenuItem => ({
      label,
      icon: "download",
      href: resultAddress(diagnosis, format),
    })),
    {
      label: diagnosisPageTexts.report[language],
      icon: "download",
      href: resultAddress(diagnosis, "html"),
    },
  ];
  return (
    <Menu
      label={diagnosisPageTexts.downloads[language]}
      text={diagnosisPageTexts.downloadsWhat[language]}
      icon="download"
      items={items}
    />
  );
}

/** The same where the browser runs no scripts. */
export function PlainDownloads({ diagnosis }: { diagnosis: string }): JSX.Element {
  const language = useLanguage();
  return (
    <p class="small dim needs-scripts">
      {diagnosisPageTexts.scriptsForRows[language]}{" "}
      {formats.map(([format, label]) => (
        <a key={format} class="plain-download" href={resultAddress(diagnosis, format)}>{label}</a>
      ))}
    </p>
  );
}
