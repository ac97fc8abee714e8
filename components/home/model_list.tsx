import type { JSX } from "preact";
import type { ModelAnswer } from "@/web/api_schema.ts";
import { useBringModel } from "../faults/bring_model.tsx";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { DownloadLink } from "../lists/download_link.tsx";
import type { ListKind } from "../lists/list_kind.ts";
import { type ListProps, ListSection, type MenuOf } from "../lists/list_section.tsx";
import { nameSort, numberSort, timeSort } from "../lists/list_sorts.ts";
import { cutName, ShownName } from "../lists/shown_name.tsx";
import { SizeAndTime } from "../lists/size_and_time.tsx";
import { Menu } from "../menu.tsx";
import { countWords, scoreWords } from "../number_words.ts";
import { faultNameTexts } from "../texts_fault_names.ts";
import { homeTexts } from "../texts_home.ts";
import { listTexts } from "../texts_lists.ts";

const kind: ListKind<ModelAnswer> = {
  list: "models",
  title: homeTexts.models,
  search: homeTexts.searchModels,
  empty: homeTexts.noModels,
  hasCopies: true,
  sorts: [
    timeSort("added", listTexts.sortAdded, ({ created }) => created),
    nameSort(({ name }) => name, ({ version }) => version),
    numberSort("score", listTexts.sortScore, ({ macroF1 }) => macroF1),
    numberSort("size", listTexts.sortSize, ({ bytes }) => bytes),
  ],
  nameOf: ({ name }) => name,
  shownName: ({ name, version }, language) => homeTexts.versionOf(name, version)[language],
  searched: (model, language) => [
    kind.shownName(model, language),
    model.learner[language],
    ...model.classes,
  ],
};

/** Models, each to be used on a file or taken away. */
export function ModelList(
  { onDiagnose, ...props }: ListProps<ModelAnswer> & {
    readonly onDiagnose: (model: string) => void;
  },
): JSX.Element {
  const { button, outcome } = useBringModel({
    kind: "quiet",
    isBusy: props.isBusy,
    onBrought: () => void props.onChanged(),
  });
  return (
    <ListSection kind={kind} {...props} aside={button} below={outcome}>
      {(shown, menuOf) => (
        <ul class="list with-actions">
          {shown.map((model) => (
            <ModelEntry
              key={model.id}
              model={model}
              menuOf={menuOf}
              isBusy={props.isBusy}
              onDiagnose={onDiagnose}
            />
          ))}
        </ul>
      )}
    </ListSection>
  );
}

function ModelEntry(
  { model, menuOf, isBusy, onDiagnose }: {
    readonly model: ModelAnswer;
    readonly menuOf: MenuOf<ModelAnswer>;
    readonly isBusy: boolean;
    readonly onDiagnose: (model: string) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { id, notebook, macroF1, macroF1Interval, bytes, created } = model;
  const name = kind.shownName(model, language);
  const short = cutName(name, 80);
  const file = `/api/models/${id}/file`;
  const facts = homeTexts.modelFacts(
    model.learner[language],
    countWords(model.features),
    model.classes.length,
  )[language];
  return (
    <li>
      <ShownName
        name={name}
        id={id}
        href={notebook === null ? undefined : `/notebooks/${notebook}`}
      />
      <span
        class="value"
        title={homeTexts.scoreOf(
          macroF1Interval === null ? "" : macroF1Interval.map(scoreWords).join("–"),
        )[language]}
      >
        {macroF1 === null ? "–" : `F1 ${scoreWords(macroF1)}`}
      </span>
      <span class="actions">
        <button
          type="button"
          class="icon-button needs-script"
          disabled={isBusy}
          aria-label={homeTexts.diagnoseWith(short)[language]}
          title={homeTexts.diagnoseWith(short)[language]}
          onClick={() => onDiagnose(id)}
        >
          <Icon name="diagnose" />
        </button>
        <DownloadLink label={homeTexts.downloadModel(short)[language]} href={file} />
        <Menu
          label={listTexts.moreFor(short)[language]}
          items={menuOf(model, [
            {
              label: homeTexts.diagnoseCsv[language],
              icon: "diagnose",
              isDisabled: isBusy,
              onChoose: () => onDiagnose(id),
            },
            {
              label: homeTexts.tryOneSample[language],
              icon: "edit",
              href: `/sample?model=${id}`,
            },
            {
              label: faultNameTexts.nameFaults[language],
              icon: "note",
              href: `/models/${id}/faults`,
            },
            { label: homeTexts.downloadOnnx[language], icon: "download", href: file },
            {
              label: homeTexts.downloadCard[language],
              icon: "download",
              href: `${file}?as=card`,
            },
          ])}
        />
      </span>
      <span class="sub" title={facts}>{facts}</span>
      <SizeAndTime bytes={bytes} created={created} />
    </li>
  );
}
