import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { DatasetAnswer } from "@/web/api_schema.ts";
import type { PipelineAnswer } from "@/web/pipeline_schema.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { later } from "../later.tsx";
import { DownloadLink } from "../lists/download_link.tsx";
import type { ListKind } from "../lists/list_kind.ts";
import { type ListProps, ListSection, type MenuOf } from "../lists/list_section.tsx";
import { nameSort, timeSort } from "../lists/list_sorts.ts";
import { cutName, ShownName } from "../lists/shown_name.tsx";
import { Menu } from "../menu.tsx";
import { Moment } from "../moment.tsx";
import { countWords } from "../number_words.ts";
import { listTexts } from "../texts_lists.ts";
import { pipelineTexts } from "../texts_pipelines.ts";

const ApplyDialog = later(
  async () => (await import("../pipelines/apply_dialog.tsx")).ApplyPipelineDialog,
);
const VersionsDialog = later(
  async () => (await import("../pipelines/versions_dialog.tsx")).PipelineVersionsDialog,
);

const kind: ListKind<PipelineAnswer> = {
  list: "pipelines",
  title: pipelineTexts.pipelines,
  search: pipelineTexts.search,
  empty: pipelineTexts.none,
  hasCopies: false,
  sorts: [
    timeSort("changed", listTexts.sortChanged, ({ updated }) => updated),
    nameSort(({ name }) => name),
  ],
  nameOf: ({ name }) => name,
  shownName: ({ name, version }, language) =>
    pipelineTexts.versionOf(name === "" ? pipelineTexts.untitled[language] : name, version)[
      language
    ],
  searched: ({ name, content }, language) => [
    name,
    content.label,
    content.learner[language],
    ...content.steps.map((step) => step[language]),
  ],
};

/** What stands open over the list. */
type Opened =
  | { readonly what: "apply"; readonly pipeline: PipelineAnswer; readonly version?: number }
  | { readonly what: "versions"; readonly pipeline: PipelineAnswer };

/** Pipelines, each to be applied to a dataset or taken away. */
export function PipelineList(
  { datasets, ...props }: ListProps<PipelineAnswer> & {
    readonly datasets: readonly DatasetAnswer[];
  },
): JSX.Element {
  const [opened, setOpened] = useState<Opened>();
  const close = (): void => setOpened(undefined);
  return (
    <>
      <ListSection kind={kind} {...props}>
        {(shown, menuOf) => (
          <ul class="list with-actions">
            {shown.map((pipeline) => (
              <PipelineEntry
                key={pipeline.id}
                pipeline={pipeline}
                menuOf={menuOf}
                isBusy={props.isBusy}
                onOpen={setOpened}
              />
            ))}
          </ul>
        )}
      </ListSection>
      {opened?.what === "apply" && (
        <ApplyDialog
          pipeline={opened.pipeline}
          version={opened.version}
          datasets={datasets}
          onClose={close}
        />
      )}
      {opened?.what === "versions" && (
        <VersionsDialog
          pipeline={opened.pipeline}
          onApply={(version) => setOpened({ what: "apply", pipeline: opened.pipeline, version })}
          onClose={close}
        />
      )}
    </>
  );
}

function PipelineEntry(
  { pipeline, menuOf, isBusy, onOpen }: {
    readonly pipeline: PipelineAnswer;
    readonly menuOf: MenuOf<PipelineAnswer>;
    readonly isBusy: boolean;
    readonly onOpen: (opened: Opened) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { id, updated, content: { steps, ownSteps, learner, features, label } } = pipeline;
  const name = kind.shownName(pipeline, language);
  const short = cutName(name, 80);
  const file = `/api/pipelines/${id}/file`;
  const facts = pipelineTexts.facts(
    learner[language],
    countWords(features),
    cutName(label, 80),
  )[language];
  const apply = (): void => onOpen({ what: "apply", pipeline });
  return (
    <li>
      <ShownName name={name} id={id} href={undefined} />
      <span class="value">
        {pipelineTexts.countSteps(steps.length || ownSteps.length)[language]}
      </span>
      <span class="actions">
        <button
          type="button"
          class="icon-button needs-script"
          disabled={isBusy}
          aria-label={pipelineTexts.applyOf(short)[language]}
          title={pipelineTexts.applyOf(short)[language]}
          onClick={apply}
        >
          <Icon name="train" />
        </button>
        <DownloadLink label={pipelineTexts.downloadOf(short)[language]} href={file} />
        <Menu
          label={listTexts.moreFor(short)[language]}
          items={menuOf(pipeline, [
            {
              label: pipelineTexts.apply[language],
              icon: "train",
              isDisabled: isBusy,
              onChoose: apply,
            },
            {
              label: pipelineTexts.versions[language],
              icon: "history",
              onChoose: () => onOpen({ what: "versions", pipeline }),
            },
            { label: pipelineTexts.downloadFile[language], icon: "download", href: file },
          ])}
        />
      </span>
      <span class="sub" title={facts}>{facts}</span>
      <span class="value sub">
        <Moment time={updated} />
      </span>
    </li>
  );
}
