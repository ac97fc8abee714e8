import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLanguage } from "../language.ts";
import type { MenuItem } from "../menu.tsx";
import { countWords } from "../number_words.ts";
import { ProblemText } from "../problem_text.tsx";
import { listTexts } from "../texts_lists.ts";
import { DeletedNote } from "./deleted_note.tsx";
import { useListActions } from "./list_actions.ts";
import { onListKey } from "./list_keys.ts";
import type { ListKind } from "./list_kind.ts";
import { ListTools } from "./list_tools.tsx";
import { useListView } from "./list_view.ts";
import { RenameDialog } from "./rename_dialog.tsx";

/** What a list gets from the page that it is on. */
export interface ListProps<Entry> {
  readonly entries: readonly Entry[];
  /** How many are drawn before all are asked for. */
  readonly inSight: number;
  /** The page that has all of them, where this one does not. */
  readonly allHref?: string;
  /** Whether all are asked for already, by the address. */
  readonly isWhole?: boolean;
  /** While the page is not alive, or busy. */
  readonly isBusy: boolean;
  /** Asks for the list anew. */
  readonly onChanged: () => Promise<void>;
}

/** The menu of an entry: what only such entries know, and what all lists do with theirs. */
export type MenuOf<Entry> = (entry: Entry, own?: readonly MenuItem[]) => readonly MenuItem[];

/** A list of the workspace: its head with search and order, the entries, and what is done with them. */
export function ListSection<Entry extends { readonly id: string }>(
  { kind, entries, inSight, allHref, isWhole = false, isBusy, onChanged, aside, below, children }:
    & ListProps<Entry>
    & {
      readonly kind: ListKind<Entry>;
      /** Stands in the head. */
      readonly aside?: ComponentChildren;
      /** Stands below the head. */
      readonly below?: ComponentChildren;
      /** Draws the entries in sight. */
      readonly children: (shown: readonly Entry[], menuOf: MenuOf<Entry>) => JSX.Element;
    },
): JSX.Element {
  const language = useLanguage();
  const actions = useListActions(kind.list, onChanged);
  const present = entries.filter(({ id }) => !actions.isGone(id));
  const view = useListView(kind, present, { language, inSight, isWhole });
  const [renamed, setRenamed] = useState<Entry>();
  const section = useRef<HTMLElement>(null);
  const { arrived } = actions;
  useEffect(() => {
    if (arrived === undefined) return;
    const name = section.current?.querySelector<HTMLElement>(`[data-entry="${arrived}"]`);
    if (!name) return;
    name.focus();
    actions.welcome();
  }, [arrived, entries]);
  const name = (entry: Entry): string => kind.shownName(entry, language);
  const menuOf: MenuOf<Entry> = (entry, own = []) => [
    ...own,
    { label: listTexts.rename[language], icon: "edit", onChoose: () => setRenamed(entry) },
    ...(kind.hasCopies
      ? [{
        label: listTexts.duplicate[language],
        icon: "copy" as const,
        onChoose: () => actions.duplicate(entry.id),
      }]
      : []),
    {
      label: listTexts.delete[language],
      icon: "remove",
      onChoose: () => actions.delete({ id: entry.id, name: name(entry) }),
    },
  ];
  const headingId = `list-${kind.list}`;
  return (
    <section
      class="section"
      aria-labelledby={headingId}
      ref={section}
      onKeyDown={(event) => onListKey(event, section.current)}
    >
      <div class="section-head">
        <h2 id={headingId}>
          {kind.title[language]} <span class="count">{present.length}</span>
        </h2>
        {aside}
        {present.length > 1 && <ListTools kind={kind} view={view} isDisabled={isBusy} />}
      </div>
      {below}
      {actions.problem && <ProblemText problem={actions.problem} language={language} />}
      <div role="status">
        {actions.deleted && (
          <DeletedNote
            key={actions.deleted.id}
            name={actions.deleted.name}
            onUndo={actions.undo}
            onDismiss={actions.dismiss}
          />
        )}
      </div>
      {view.shown.length > 0 ? children(view.shown, menuOf) : (
        <p class="dim small">
          {present.length === 0 ? kind.empty[language] : listTexts.noneFound[language]}
        </p>
      )}
      {view.shown.length < view.found.length && (
        <p class="more">
          <a
            href={allHref ?? `?all=${kind.list}#${headingId}`}
            onClick={(event) => {
              if (allHref !== undefined && view.search === "") return;
              event.preventDefault();
              view.showAll();
            }}
          >
            {listTexts.all(countWords(view.found.length))[language]}
          </a>
        </p>
      )}
      {renamed && (
        <RenameDialog
          list={kind.list}
          id={renamed.id}
          name={kind.nameOf(renamed)}
          shownName={name(renamed)}
          onRenamed={onChanged}
          onClose={() => setRenamed(undefined)}
        />
      )}
    </section>
  );
}
