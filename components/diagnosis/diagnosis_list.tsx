import type { JSX } from "preact";
import type { DiagnosisAnswer } from "@/web/api_schema.ts";
import { useLanguage } from "../language.ts";
import { byNumber, byTime, type ListKind } from "../lists/list_kind.ts";
import { type ListProps, ListSection, type MenuOf } from "../lists/list_section.tsx";
import { cutName, ShownName } from "../lists/shown_name.tsx";
import { Menu } from "../menu.tsx";
import { Moment } from "../moment.tsx";
import { countWords, percentWords } from "../number_words.ts";
import { largestShare, ShareBar } from "../share_bar.tsx";
import { diagnosisTexts } from "../texts_diagnosis.ts";
import { homeTexts } from "../texts_home.ts";
import { listTexts } from "../texts_lists.ts";

const kind: ListKind<DiagnosisAnswer> = {
  list: "diagnoses",
  title: diagnosisTexts.diagnoses,
  search: homeTexts.searchDiagnoses,
  empty: diagnosisTexts.noDiagnoses,
  hasCopies: false,
  sorts: [
    { name: "done", label: listTexts.sortDone, compare: (a, b) => byTime(a.created, b.created) },
    {
      name: "name",
      label: listTexts.sortName,
      compare: (a, b, names) => names.compare(a.name, b.name),
    },
    { name: "rows", label: listTexts.sortRows, compare: (a, b) => byNumber(a.rows, b.rows) },
    {
      name: "warnings",
      label: listTexts.sortWarnings,
      compare: (a, b) => byNumber(a.withWarnings, b.withWarnings),
    },
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

/** Diagnoses, each with the shares of its faults. */
export function DiagnosisList(props: ListProps<DiagnosisAnswer>): JSX.Element {
  const language = useLanguage();
  return (
    <ListSection kind={kind} {...props}>
      {(shown, menuOf) => (
        <table class="table list-table diagnoses">
          <thead>
            <tr>
              <th scope="col">{homeTexts.name[language]}</th>
              <th scope="col" class="wide-only data-column">{homeTexts.model[language]}</th>
              <th scope="col" class="right not-narrow score-column">{homeTexts.rows[language]}</th>
              <th scope="col" class="shares-column">{homeTexts.faults[language]}</th>
              <th scope="col" class="wide-only score-column">{homeTexts.warnings[language]}</th>
              <th scope="col" class="right not-narrow time-column">{homeTexts.done[language]}</th>
              <th scope="col" class="menu-column needs-script">
                <span class="visually-hidden">{listTexts.more[language]}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((diagnosis) => (
              <DiagnosisRow key={diagnosis.id} diagnosis={diagnosis} menuOf={menuOf} />
            ))}
          </tbody>
        </table>
      )}
    </ListSection>
  );
}

function DiagnosisRow(
  { diagnosis, menuOf }: {
    readonly diagnosis: DiagnosisAnswer;
    readonly menuOf: MenuOf<DiagnosisAnswer>;
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
      <td class="right needs-script">
        <Menu
          label={listTexts.moreFor(cutName(name, 80))[language]}
          items={menuOf(diagnosis, [{
            label: homeTexts.downloadCsv[language],
            icon: "download",
            href: `/api/diagnoses/${id}/file`,
          }])}
        />
      </td>
    </tr>
  );
}
