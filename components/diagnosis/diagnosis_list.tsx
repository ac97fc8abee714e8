import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ModelAnswer } from "@/web/api_schema.ts";
import type { DiagnosisOverview } from "@/web/diagnosis_schema.ts";
import type { Language } from "@/web/language.ts";
import { useLanguage } from "../language.ts";
import type { MenuItem } from "../menu.tsx";
import type { ListKind } from "../lists/list_kind.ts";
import { type ListProps, ListSection, type MenuOf } from "../lists/list_section.tsx";
import { nameSort, numberSort, timeSort } from "../lists/list_sorts.ts";
import { ListTable, MenuCell } from "../lists/list_table.tsx";
import { cutName, ShownName } from "../lists/shown_name.tsx";
import { Moment } from "../moment.tsx";
import { countWords, percentWords } from "../number_words.ts";
import { largestShare, ShareBar } from "../share_bar.tsx";
import { diagnosisTexts } from "../texts_diagnosis.ts";
import { startTexts } from "../texts_diagnose_start.ts";
import { homeTexts } from "../texts_home.ts";
import { listTexts } from "../texts_lists.ts";
import { AgainDialog } from "./again_dialog.tsx";

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
export function DiagnosisList(
  { models, ...props }: ListProps<DiagnosisOverview> & {
    /** By which a file can be diagnosed once more, newest first. */
    readonly models: readonly ModelAnswer[];
  },
): JSX.Element {
  const [again, setAgain] = useState<DiagnosisOverview>();
  return (
    <ListSection
      kind={kind}
      {...props}
      below={again && (
        <AgainDialog
          diagnosis={again}
          models={models}
          onClose={() => setAgain(undefined)}
        />
      )}
    >
      {(shown, menuOf) => (
        <ListTable name="diagnoses" heads={heads}>
          {shown.map((diagnosis) => (
            <DiagnosisRow
              key={diagnosis.id}
              diagnosis={diagnosis}
              other={shown.find(({ id, state }) => id !== diagnosis.id && state === "done")?.id}
              menuOf={menuOf}
              onAgain={() => setAgain(diagnosis)}
            />
          ))}
        </ListTable>
      )}
    </ListSection>
  );
}

function DiagnosisRow(
  { diagnosis, other, menuOf, onAgain }: {
    readonly diagnosis: DiagnosisOverview;
    /** The id of one to compare it with. */
    readonly other: string | undefined;
    readonly menuOf: MenuOf<DiagnosisOverview>;
    readonly onAgain: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { id, name, model, rows, counts, withWarnings, created, state, verdicts } = diagnosis;
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
        {state !== "done" && (
          <span class={state === "failed" ? "tag bad" : "tag"}>{startTexts[state][language]}</span>
        )}
        {rows > 0 && <ShareBar counts={counts} />}
        {largest && (
          <span class="tiny dim" title={largest.fault}>
            {cutName(largest.fault, 100)} {percentWords(largest.share, language)}
          </span>
        )}
      </td>
      <td class="wide-only">
        {withWarnings > 0 && !verdicts?.unknown && (
          <span class="tag warn">
            {homeTexts.rowsWithWarnings(countWords(withWarnings))[language]}
          </span>
        )}
        {verdicts !== null && verdicts.unknown > 0 && (
          <span class="tag warn">
            {startTexts.unknownRows(countWords(verdicts.unknown))[language]}
          </span>
        )}
      </td>
      <td class="right dim not-narrow">
        <Moment time={created} />
      </td>
      <MenuCell
        name={name}
        items={menuOf(diagnosis, menuItems(diagnosis, other, language, onAgain))}
      />
    </tr>
  );
}

/** What can be done with a diagnosis beside what can be done with every entry. */
function menuItems(
  { id, state, model, file }: DiagnosisOverview,
  other: string | undefined,
  language: Language,
  onAgain: () => void,
): MenuItem[] {
  return [
    ...(model.isDeleted ? [] : [{
      label: startTexts.newFile[language],
      icon: "diagnose" as const,
      href: `/diagnose?model=${model.id}`,
    }]),
    ...(file === null
      ? []
      : [{ label: startTexts.sameFile[language], icon: "run" as const, onChoose: onAgain }]),
    ...(state !== "done" || other === undefined ? [] : [{
      label: startTexts.compareWhat[language],
      icon: "columns" as const,
      href: `/diagnoses/compare?a=${id}&b=${other}`,
    }]),
    ...(state !== "done" ? [] : [{
      label: homeTexts.downloadCsv[language],
      icon: "download" as const,
      href: `/api/diagnoses/${id}/file`,
    }]),
  ];
}
