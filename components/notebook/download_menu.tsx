import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { Menu, type MenuItem } from "../menu.tsx";
import { pageTexts } from "../texts_page.ts";
import { useNotebook } from "./context.ts";

/** What can be taken away: the notebook in all its forms, the models and diagnoses that its cells have given. */
export function DownloadMenu(): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const items = async (): Promise<MenuItem[]> => {
    const [{ downloadsOf }, { takeDownload }] = await Promise.all([
      import("./downloads_of.ts"),
      import("./take_download.tsx"),
    ]);
    return (await downloadsOf(open, language)).map((download) => ({
      label: download.label[language],
      icon: "download",
      onChoose: () => void takeDownload(open, download, language),
    }));
  };
  return <Menu label={pageTexts.download[language]} icon="download" items={items} />;
}
