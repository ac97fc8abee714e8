import type { ComponentChildren, JSX } from "preact";
import type { NotebookOverview } from "@/web/api_schema.ts";
import { useLanguage } from "../language.ts";
import type { ListKind } from "../lists/list_kind.ts";
import { type ListProps, ListSection, type MenuOf } from "../lists/list_section.tsx";
import { nameSort, numberSort, timeSort } from "../lists/list_sorts.ts";
import { ListTable, MenuCell } from "../lists/list_table.tsx";
import { cutName, ShownName } from "../lists/shown_name.tsx";
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
    timeSort("changed", listTexts.sortChanged, ({ updated }) => updated),
    nameSort(({ title }) => title),
    numberSort("score", listTexts.sortScore, ({ macroF1 }) => macroF1),
  ],
  nameOf: ({ title }) => title,
  shownName: ({ title }, language) => title === "" ? homeTexts.untitled[language] : title,
  searched: (notebook, language) => [kind.shownName(notebook, language), notebook.data ?? ""],
};

const heads = [
  [homeTexts.name],
  [homeTexts.state, "state-column"],
  [homeTexts.data, "wide-only data-column"],
  [homeTexts.macroF1, "right not-narrow score-column"],
  [homeTexts.changed, "right not-narrow time-column"],
] as const;

/** The notebooks of the workspace. */
export function NotebookList(
  { aside, ...props }: ListProps<NotebookOverview> & { readonly aside: ComponentChildren },
): JSX.Element {
  return (
    <ListSection kind={kind} aside={aside} {...props}>
      {(shown, menuOf) => (
        <ListTable name="notebooks" heads={heads}>
          {shown.map((notebook) => (
            <NotebookRow key={notebook.id} notebook={notebook} menuOf={menuOf} />
          ))}
        </ListTable>
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
      <MenuCell
        name={name}
        items={menuOf(notebook, [{
          label: listTexts.download[language],
          icon: "download",
          href: `/api/notebooks/${id}/file`,
        }])}
      />
    </tr>
  );
}
