import type { JSX } from "preact";
import type { DatasetAnswer } from "@/web/api_schema.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import type { ListKind } from "../lists/list_kind.ts";
import { type ListProps, ListSection, type MenuOf } from "../lists/list_section.tsx";
import { nameSort, numberSort, timeSort } from "../lists/list_sorts.ts";
import { cutName, ShownName } from "../lists/shown_name.tsx";
import { SizeAndTime } from "../lists/size_and_time.tsx";
import { Menu } from "../menu.tsx";
import { countWords } from "../number_words.ts";
import { homeTexts } from "../texts_home.ts";
import { listTexts } from "../texts_lists.ts";

const kind: ListKind<DatasetAnswer> = {
  list: "datasets",
  title: homeTexts.datasets,
  search: homeTexts.searchDatasets,
  empty: homeTexts.noDatasets,
  hasCopies: true,
  sorts: [
    timeSort("added", listTexts.sortAdded, ({ created }) => created),
    nameSort(({ name }) => name),
    numberSort("rows", listTexts.sortRows, ({ rows }) => rows),
    numberSort("size", listTexts.sortSize, ({ bytes }) => bytes),
  ],
  nameOf: ({ name }) => name,
  shownName: ({ name }) => name,
  searched: ({ name, columns }) => [name, labelOf(columns) ?? ""],
};

/** What is done with a dataset beside what every list does. */
export interface DatasetUses {
  readonly onTrain: (dataset: DatasetAnswer) => void;
  /** Looks at it in a notebook. */
  readonly onOpen: (dataset: DatasetAnswer) => void;
}

/** Tables that people have brought, each to be trained on. */
export function DatasetList(
  { onTrain, onOpen, ...props }: ListProps<DatasetAnswer> & DatasetUses,
): JSX.Element {
  return (
    <ListSection kind={kind} {...props}>
      {(shown, menuOf) => (
        <ul class="list with-actions">
          {shown.map((dataset) => (
            <DatasetEntry
              key={dataset.id}
              dataset={dataset}
              menuOf={menuOf}
              isBusy={props.isBusy}
              onTrain={onTrain}
              onOpen={onOpen}
            />
          ))}
        </ul>
      )}
    </ListSection>
  );
}

function DatasetEntry(
  { dataset, menuOf, isBusy, onTrain, onOpen }: DatasetUses & {
    readonly dataset: DatasetAnswer;
    readonly menuOf: MenuOf<DatasetAnswer>;
    readonly isBusy: boolean;
  },
): JSX.Element {
  const language = useLanguage();
  const { id, name, bytes, created, rows, columns } = dataset;
  const short = cutName(name, 80);
  const trainOn = homeTexts.trainOn(short)[language];
  return (
    <li>
      <ShownName name={name} id={id} href={undefined} />
      <span class="value">
        {rows !== null && columns !== null && `${countWords(rows)} × ${countWords(columns.length)}`}
      </span>
      <span class="actions needs-script">
        <button
          type="button"
          class="icon-button"
          disabled={isBusy}
          aria-label={trainOn}
          title={trainOn}
          onClick={() => onTrain(dataset)}
        >
          <Icon name="train" />
        </button>
        <Menu
          label={listTexts.moreFor(short)[language]}
          items={menuOf(dataset, [
            {
              label: homeTexts.trainOnIt[language],
              icon: "train",
              isDisabled: isBusy,
              onChoose: () => onTrain(dataset),
            },
            {
              label: homeTexts.openInNotebook[language],
              icon: "rows",
              isDisabled: isBusy,
              onChoose: () => onOpen(dataset),
            },
          ])}
        />
      </span>
      <span class="sub">{columnsWords(columns)[language]}</span>
      <SizeAndTime bytes={bytes} created={created} />
    </li>
  );
}

/** What columns a table has, where that is known. */
function columnsWords(columns: DatasetAnswer["columns"]): { en: string; zh: string } {
  if (columns === null) return homeTexts.notRead;
  const label = labelOf(columns);
  return label === undefined ? homeTexts.noLabel : homeTexts.labelIs(cutName(label, 80));
}

function labelOf(columns: DatasetAnswer["columns"]): string | undefined {
  return columns?.find(({ role }) => role === "label")?.name;
}
