import { diffWordsWithSpace } from "diff";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { type NotebookChange, notebookChanges } from "@/pipeline/kernel/notebook_changes.ts";
import type { NotebookContent } from "@/web/api_schema.ts";
import type { Language } from "@/web/language.ts";
import { useLanguage } from "../language.ts";
import { changeTexts } from "../texts_change.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { revisionTexts } from "../texts_revisions.ts";
import { titleOf } from "./cell_names.ts";
import { changedName, changedValue } from "./change_words.ts";
import { useNotebook } from "./context.ts";

/** A text this long, or one of several lines, is compared word by word. */
const longText = 60;

/** What is different between two notebooks, cell by cell. */
export function NotebookDifference(
  { before, after }: { readonly before: NotebookContent; readonly after: NotebookContent },
): JSX.Element {
  const language = useLanguage();
  const changes = useMemo(() => notebookChanges(before, after), [before, after]);
  if (changes.length === 0) return <p class="faint">{revisionTexts.same[language]}</p>;
  const groups = Map.groupBy(changes, (change) => "cell" in change ? change.cell : undefined);
  return (
    <>
      <p class="small faint">{revisionTexts.differences(changes.length)[language]}</p>
      <ol class="difference">
        {[...groups].map(([cell, ofCell]) => (
          <li key={cell ?? ""}>
            <h4>
              <GroupTitle change={ofCell[0]} notebooks={[after, before]} />
            </h4>
            <ul>
              {ofCell.map((change, index) => (
                <li key={index}>
                  <Difference change={change} language={language} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}

function GroupTitle(
  { change, notebooks }: {
    readonly change: NotebookChange | undefined;
    readonly notebooks: readonly NotebookContent[];
  },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  if (change === undefined || !("cell" in change)) {
    return <>{revisionTexts.notebook[language]}</>;
  }
  const cell = notebooks.flatMap(({ cells }) => cells).find(({ id }) => id === change.cell);
  const title = titleOf(open, cell ?? change, language);
  return <>{notebookTexts.cellNumber(change.number, title)[language]}</>;
}

function Difference(
  { change, language }: { readonly change: NotebookChange; readonly language: Language },
): JSX.Element {
  const { kinds } = useNotebook();
  switch (change.type) {
    case "added":
      return <span class="is-added">+ {revisionTexts.added[language]}</span>;
    case "removed":
      return <span class="is-removed">− {revisionTexts.removed[language]}</span>;
    case "moved":
      return <>{revisionTexts.movedFrom(change.from, change.number)[language]}</>;
    case "exposed":
      return <>{changeTexts.changeExposed[language]}</>;
    case "title":
      return (
        <Values name={changeTexts.title[language]} before={change.before} after={change.after} />
      );
    default: {
      const name = changedName(change, kinds, language);
      const { before, after } = change;
      if (isLong(before) || isLong(after)) {
        return <TextDifference name={name} before={plainText(before)} after={plainText(after)} />;
      }
      return (
        <Values
          name={name}
          before={changedValue(change, before, kinds, language)}
          after={changedValue(change, after, kinds, language)}
        />
      );
    }
  }
}

function Values(
  { name, before, after }: {
    readonly name: string;
    readonly before: string;
    readonly after: string;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <span class="values">
      <span class="dim">{name}</span>{" "}
      <del>
        <span class="visually-hidden">{revisionTexts.was[language]}</span> {before}
      </del>{" "}
      <span aria-hidden="true">→</span>{" "}
      <ins>
        <span class="visually-hidden">{revisionTexts.became[language]}</span> {after}
      </ins>
    </span>
  );
}

/** Two texts as one, with what was taken out and put in. */
function TextDifference(
  { name, before, after }: {
    readonly name: string;
    readonly before: string;
    readonly after: string;
  },
): JSX.Element {
  const parts = useMemo(
    // Where that takes too long, one text stands below the other.
    () =>
      diffWordsWithSpace(before, after, { timeout: 500 }) ?? [
        { value: before, removed: true, added: false },
        { value: after, removed: false, added: true },
      ],
    [before, after],
  );
  return (
    <>
      <span class="dim">{name}</span>
      <pre class="text-difference">
        {parts.map(({ value, added, removed }, index) =>
          added
            ? <ins key={index}>{value}</ins>
            : removed
            ? <del key={index}>{value}</del>
            : <span key={index}>{value}</span>
        )}
      </pre>
    </>
  );
}

function isLong(value: unknown): boolean {
  const text = plainText(value);
  return text.length > longText || text.includes("\n");
}

function plainText(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
