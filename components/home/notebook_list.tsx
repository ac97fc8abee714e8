import type { ComponentChildren, JSX } from "preact";
import type { NotebookOverview } from "@/web/api_schema.ts";
import { useLanguage } from "../language.ts";
import { byNumber, byTime, type ListKind } from "../lists/list_kind.ts";
import { type ListProps, ListSection, type MenuOf } from "../lists/list_section.tsx";
import { cutName, ShownName } from "../lists/shown_name.tsx";
import { Menu } from "../menu.tsx";
import { Moment } from "../moment.tsx";
import { scoreWords } from "../number_words.ts";
import { homeTexts } from "../texts_home.ts";
import { listTexts } from "../texts_lists.ts";
import { StateCounts } from "./state_counts.tsx";

const kind: ListKind<NotebookOverview> = {
  list: "notebooks",
  title: homeTexts.notebooks,
  search: homeTexts.searchNotebooks,
  empty: homeTexts.noNotebooks,
  hasCopies: true,
  sorts: [
    {
      name: "changed",
      label: listTexts.sortChanged,
      compare: (a, b) => byTime(a.updated, b.updated),
    },
    {
      name: "name",
      label: listTexts.sortName,
      compare: (a, b, names) => names.compare(a.title, b.title),
    },
    {
      name: "score",
      label: listTexts.sortScore,
      compare: (a, b) => byNumber(a.macroF1, b.macroF1),
    },
  ],
  nameOf: ({ title }) => title,
  shownName: ({ title }, language) => title === "" ? homeTexts.untitled[language] : title,
  searched: (notebook, language) => [kind.shownName(notebook, language), notebook.data ?? ""],
};

/** The notebooks of the workspace. */
export function NotebookList(
  { aside, ...props }: ListProps<NotebookOverview> & { readonly aside: ComponentChildren },
): JSX.Element {
  const language = useLanguage();
  return (
    <ListSection kind={kind} aside={aside} {...props}>
      {(shown, menuOf) => (
        <table class="table list-table notebooks">
          <thead>
            <tr>
              <th scope="col">{homeTexts.name[language]}</th>
              <th scope="col" class="state-column">{homeTexts.state[language]}</th>
              <th scope="col" class="wide-only data-column">{homeTexts.data[language]}</th>
              <th scope="col" class="right not-narrow score-column">
                {homeTexts.macroF1[language]}
              </th>
              <th scope="col" class="right not-narrow time-column">
                {homeTexts.changed[language]}
              </th>
              <th scope="col" class="menu-column needs-script">
                <span class="visually-hidden">{listTexts.more[language]}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((notebook) => (
              <NotebookRow key={notebook.id} notebook={notebook} menuOf={menuOf} />
            ))}
          </tbody>
        </table>
      )}
    </ListSection>
  );
}

function NotebookRow(
  { notebook, menuOf }: {
    readonly notebook: NotebookOverview;
    readonly menuOf: MenuOf<NotebookOverview>;
  },
): JSX.Element {
  const language = useLanguage();
  const { id, data, macroF1, updated } = notebook;
  const name = kind.shownName(notebook, language);
  return (
    <tr>
      <td>
        <ShownName name={name} id={id} href={`/notebooks/${id}`} />
      </td>
      <td>
        <StateCounts {...notebook} />
      </td>
      <td class="wide-only dim cut" title={data ?? undefined}>
        {data === null ? "–" : cutName(data, 100)}
      </td>
      <td class="right not-narrow">{macroF1 === null ? "–" : scoreWords(macroF1)}</td>
      <td class="right dim not-narrow">
        <Moment time={updated} />
      </td>
      <td class="right needs-script">
        <Menu
          label={listTexts.moreFor(cutName(name, 80))[language]}
          items={menuOf(notebook, [{
            label: listTexts.download[language],
            icon: "download",
            href: `/api/notebooks/${id}/file`,
          }])}
        />
      </td>
    </tr>
  );
}
