import type { JSX } from "preact";
import type { NotebookOverview } from "@/web/api_schema.ts";
import { useLanguage } from "../language.ts";
import { Menu } from "../menu.tsx";
import { Moment } from "../moment.tsx";
import { scoreWords } from "../number_words.ts";
import { homeTexts } from "../texts_home.ts";
import { StateCounts } from "./state_counts.tsx";

/** What can be done with a notebook of the list. */
export interface NotebookActions {
  readonly onRename: (notebook: NotebookOverview) => void;
  readonly onDuplicate: (notebook: NotebookOverview) => void;
  readonly onDelete: (notebook: NotebookOverview) => void;
}

/** Notebooks as a list. */
export function NotebookTable(
  { notebooks, ...actions }: NotebookActions & { notebooks: readonly NotebookOverview[] },
): JSX.Element {
  const language = useLanguage();
  return (
    <table class="table notebooks">
      <thead>
        <tr>
          <th scope="col">{homeTexts.name[language]}</th>
          <th scope="col">{homeTexts.state[language]}</th>
          <th scope="col" class="wide-only">{homeTexts.data[language]}</th>
          <th scope="col" class="right not-narrow">{homeTexts.macroF1[language]}</th>
          <th scope="col" class="right not-narrow">{homeTexts.changed[language]}</th>
          <th scope="col">
            <span class="visually-hidden">{homeTexts.more[language]}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {notebooks.map((notebook) => (
          <NotebookRow key={notebook.id} notebook={notebook} {...actions} />
        ))}
      </tbody>
    </table>
  );
}

function NotebookRow(
  { notebook, onRename, onDuplicate, onDelete }: NotebookActions & { notebook: NotebookOverview },
): JSX.Element {
  const language = useLanguage();
  const { id, data, macroF1, updated } = notebook;
  const title = notebook.title === "" ? homeTexts.untitled[language] : notebook.title;
  return (
    <tr>
      <td class="wrap">
        <a class="name" href={`/notebooks/${id}`}>{title}</a>
      </td>
      <td>
        <StateCounts {...notebook} />
      </td>
      <td class="wide-only dim data-name" title={data ?? undefined}>{data ?? "–"}</td>
      <td class="right not-narrow">{macroF1 === null ? "–" : scoreWords(macroF1)}</td>
      <td class="right dim not-narrow">
        <Moment time={updated} />
      </td>
      <td class="right">
        <Menu
          label={homeTexts.moreFor(title)[language]}
          items={[
            {
              label: homeTexts.rename[language],
              icon: "edit",
              onChoose: () => onRename(notebook),
            },
            {
              label: homeTexts.duplicate[language],
              icon: "copy",
              onChoose: () => onDuplicate(notebook),
            },
            {
              label: homeTexts.download[language],
              icon: "download",
              href: `/api/notebooks/${id}/file`,
            },
            {
              label: homeTexts.delete[language],
              icon: "remove",
              onChoose: () => onDelete(notebook),
            },
          ]}
        />
      </td>
    </tr>
  );
}
