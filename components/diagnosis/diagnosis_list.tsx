import type { JSX } from "preact";
import type { DiagnosisOverview } from "@/web/diagnosis_schema.ts";
import { useLanguage } from "../language.ts";
import type { ListKind } from "../lists/list_kind.ts";
import { type ListProps, ListSection, type MenuOf } from "../lists/list_section.tsx";
import { nameSort, numberSort, timeSort } from "../lists/list_sorts.ts";
import { ListTable, MenuCell } from "../lists/list_table.tsx";
import { cutName, ShownName } from "../lists/shown_name.tsx";
import { Moment } from "../moment.tsx";
import { countWords, percentWords } from "../number_words.ts";
import { largestShare, ShareBar } from "../share_bar.tsx";
import { diagnosisTexts } from "../texts_diagnosis.ts";
import { homeTexts } from "../texts_home.ts";
import { listTexts } from "../texts_lists.ts";

const kind: ListKind<DiagnosisOverview> = {
  list: "diagnoses",
  title: diagnosisTexts.diagnoses,
  search: homeTexts.searchDiagnoses,
  empty: diagnosisTexts.noDiagnoses,
  hasCopies: false,
  sorts: [
    timeSort("done", listTexts.sortDone, ({ created }) => created),
    nameSort(({ name }) => name),
    numberSort("rows", listTexts.sortRows, ({ rows }) => rows),
    numberSort("warnings", listTexts.sortWarnings, ({ withWarnings }) => withWarnings),
  ],
  nameOf: ({ name }) => name,
  shownName: ({ name }) => name,
  searched: ({ name, source, model, counts }) => [
    name,
    source,
    model.name,
    ...counts.filter(({ rows }) => rows > 0).map(({ fault }) => fault),
  ],
};

const heads = [
  [homeTexts.name],
  [homeTexts.model, "wide-only data-column"],
  [homeTexts.rows, "right not-narrow score-column"],
  [homeTexts.faults, "shares-column"],
  [homeTexts.warnings, "wide-only score-column"],
  [homeTexts.done, "right not-narrow time-column"],
] as const;

/** Diagnoses, each with the shares of its faults. */
export function DiagnosisList(props: ListProps<DiagnosisOverview>): JSX.Element {
  return (
    <ListSection kind={kind} {...props}>
      {(shown, menuOf) => (
        <ListTable name="diagnoses" heads={heads}>
          {shown.map((diagnosis) => (
            <DiagnosisRow key={diagnosis.id} diagnosis={diagnosis} menuOf={menuOf} />
          ))}
        </ListTable>
      )}
    </ListSection>
  );
}

function DiagnosisRow(
  { diagnosis, menuOf }: {
    readonly diagnosis: DiagnosisOverview;
    readonly menuOf: MenuOf<DiagnosisOverview>;
  },
): JSX.Element {
  const language = useLanguage();
  const { id, name, model, rows, counts, withWarnings, created } = diagnosis;
  const largest = largestShare(counts);
  const modelName = homeTexts.versionOf(model.name, model.version)[language];
  return (
    <tr>
      <td>
        <ShownName name={name} id={id} href={`/diagnoses/${id}`} />
      </td>
      <td class="wide-only dim cut" title={modelName}>{cutName(modelName, 100)}</td>
      <td class="right not-narrow">{countWords(rows)}</td>
      <td class="shares-cell">
        <ShareBar counts={counts} />
        {largest && (
          <span class="tiny dim" title={largest.fault}>
            {cutName(largest.fault, 100)} {percentWords(largest.share, language)}
          </span>
        )}
      </td>
      <td class="wide-only">
        {withWarnings > 0 && (
          <span class="tag warn">
            {homeTexts.rowsWithWarnings(countWords(withWarnings))[language]}
          </span>
        )}
      </td>
      <td class="right dim not-narrow">
        <Moment time={created} />
      </td>
      <MenuCell
        name={name}
        items={menuOf(diagnosis, [{
          label: homeTexts.downloadCsv[language],
          icon: "download",
          href: `/api/diagnoses/${id}/file`,
        }])}
      />
    </tr>
  );
}
