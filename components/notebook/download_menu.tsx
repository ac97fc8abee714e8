import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { Menu, type MenuItem } from "../menu.tsx";
import { notebookTexts } from "../texts_notebook.ts";
import { pageTexts } from "../texts_page.ts";
import { useNotebook } from "./context.ts";

/** What can be taken away: the notebook, the models and diagnoses that its cells have given. */
export function DownloadMenu(): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const results = open.structure.value.cells.flatMap(({ id }, index): MenuItem[] => {
    const values = open.live(id).value.result?.result.values ?? {};
    return Object.entries(values).flatMap(([port, { type }]): MenuItem[] => {
      if (type !== "model" && type !== "diagnosis") return [];
      return [{
        label: pageTexts[type === "model" ? "modelOf" : "resultOf"](index + 1)[language],
        icon: "download",
        href: `/api/notebooks/${open.id}/cells/${id}/file?port=${encodeURIComponent(port)}`,
      }];
    });
  });
  return (
    <Menu
      label={pageTexts.download[language]}
      icon="download"
      items={[
        {
          label: notebookTexts.downloadNotebook[language],
          icon: "download",
          href: `/api/notebooks/${open.id}/file`,
        },
        ...results,
      ]}
    />
  );
}
