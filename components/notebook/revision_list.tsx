import type { JSX } from "preact";
import type { RevisionEntry } from "@/web/revision_schema.ts";
import { useLanguage } from "../language.ts";
import { Moment } from "../moment.tsx";
import { revisionTexts } from "../texts_revisions.ts";
import { changesWords } from "./change_words.ts";
import { useNotebook } from "./context.ts";

/** Revisions with what each has changed, to choose one. */
export function RevisionList(
  { entries, total, chosen, onChoose, onMore }: {
    readonly entries: readonly RevisionEntry[];
    readonly total: number;
    readonly chosen: number | undefined;
    readonly onChoose: (revision: number) => void;
    readonly onMore: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { kinds } = useNotebook();
  return (
    <div class="revision-list">
      <ol aria-label={revisionTexts.list[language]}>
        {entries.map(({ revision, saved, name, restored, changes, more }, index) => (
          <li key={revision}>
            <button
              type="button"
              aria-pressed={revision === chosen}
              onClick={() =>
                onChoose(revision)}
            >
              <span class="row small">
                <span class="strong">{revisionTexts.revision(revision)[language]}</span>
                {index === 0 && <span class="faint">{revisionTexts.newest[language]}</span>}
                <span class="push faint">
                  <Moment time={saved} />
                </span>
              </span>
              {name !== "" && <span class="name">{name}</span>}
              <span class="what">
                {restored !== null
                  ? revisionTexts.restoredFrom(restored)[language]
                  : revision === 1
                  ? revisionTexts.first[language]
                  : changes.length === 0
                  ? revisionTexts.nothingChanged[language]
                  : changesWords(changes, kinds, language, more)}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {entries.length < total && (
        <button type="button" class="link-button" onClick={onMore}>
          {revisionTexts.more[language]}
        </button>
      )}
    </div>
  );
}
