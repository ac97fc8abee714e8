import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type Conflict, mergeNotebooks, type Side } from "@/islands/notebook/merge_notebooks.ts";
import { positionOf } from "@/islands/notebook/edits.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import type { Language } from "@/web/language.ts";
import { StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { conflictTexts } from "../texts_conflict.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { changeTexts } from "../texts_change.ts";
import { titleOf } from "./cell_names.ts";
import { fieldAt, fieldWords } from "./change_words.ts";
import { useNotebook } from "./context.ts";

/** What was changed here and elsewhere, side by side, to choose from. */
export function ConflictPanel(): JSX.Element | null {
  const language = useLanguage();
  const open = useNotebook();
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const state = open.saving.state.value;
  if (state.kind !== "conflict") return null;
  const { base, theirs } = state;
  const { conflicts } = mergeNotebooks(base.notebook, open.notebook.value, theirs.notebook);
  const choose = (keys: readonly Conflict[], side: Side): void =>
    setChoices(new Map([...choices, ...keys.map(({ key }) => [key, side] as const)]));
  return (
    <section class="error conflict" aria-label={conflictTexts.title[language]}>
      <StateMark state="attention" />
      <div>
        <p class="what">{conflictTexts.title[language]}</p>
        <p>{conflictTexts.what[language]}</p>
        <ol class="conflicts">
          {conflicts.map((conflict) => (
            <ConflictChoice
              key={conflict.key}
              conflict={conflict}
              chosen={choices.get(conflict.key) ?? "mine"}
              onChoose={(side) => choose([conflict], side)}
            />
          ))}
        </ol>
        <div class="row wrap">
          <button
            type="button"
            class="button primary"
            onClick={() => void open.resolve(choices)}
          >
            {conflictTexts.save[language]}
          </button>
          <button type="button" class="button" onClick={() => choose(conflicts, "mine")}>
            {conflictTexts.allHere[language]}
          </button>
          <button type="button" class="button" onClick={() => choose(conflicts, "theirs")}>
            {conflictTexts.allElsewhere[language]}
          </button>
        </div>
      </div>
    </section>
  );
}

function ConflictChoice(
  { conflict, chosen, onChoose }: {
    readonly conflict: Conflict;
    readonly chosen: Side;
    readonly onChoose: (side: Side) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const words = conflictWords(open, conflict, language);
  const option = (side: Side, label: string, value: string): JSX.Element => (
    <label class="conflict-side">
      <input
        type="radio"
        name={`conflict ${conflict.key}`}
        checked={chosen === side}
        onChange={() => onChoose(side)}
      />
      <span class="faint">{label}</span>
      <span class="value">{value}</span>
    </label>
  );
  return (
    <li>
      <fieldset>
        <legend>
          {words.what}
          {words.base !== undefined && (
            <span class="faint">{` ${conflictTexts.was(words.base)[language]}`}</span>
          )}
        </legend>
        {option("mine", conflictTexts.here[language], words.mine)}
        {option("theirs", conflictTexts.elsewhere[language], words.theirs)}
      </fieldset>
    </li>
  );
}

/** What a conflict is about, and its values. */
function conflictWords(
  open: OpenNotebook,
  { cell, path, base, mine, theirs }: Conflict,
  language: Language,
): { what: string; base?: string; mine: string; theirs: string } {
  const content = cell === undefined ? undefined : open.content(cell).value ?? cellIn([
    mine,
    theirs,
  ]);
  const number = cell === undefined ? -1 : positionOf(open.structure.value, cell);
  const title = content === undefined ? "" : titleOf(open, content, language);
  const name = number < 0 ? title : notebookTexts.cellNumber(number + 1, title)[language];
  if (path.length === 0) {
    const words = (value: unknown): string =>
      conflictTexts[value === undefined ? "deleted" : "changed"][language];
    return {
      what: conflictTexts.wholeCell(name)[language],
      mine: words(mine),
      theirs: words(theirs),
    };
  }
  const [group, ...inner] = path;
  const spec = group === "params"
    ? fieldAt(content && open.kinds.get(content.kind), inner)
    : undefined;
  const label = spec?.label[language] ??
    (group === "title"
      ? changeTexts.title[language]
      : group === "inputs"
      ? changeTexts.input[language]
      : path.at(-1) ?? "");
  const words = (value: unknown): string =>
    value === undefined && spec !== undefined
      ? conflictTexts.byDefault(fieldWords(spec, undefined, language))[language]
      : fieldWords(spec, value, language);
  return {
    what: cell === undefined ? label : conflictTexts.ofCell(label, name)[language],
    base: words(base),
    mine: words(mine),
    theirs: words(theirs),
  };
}

/** The first of the values that is a cell. */
function cellIn(values: readonly unknown[]): { kind: string; title?: string } | undefined {
  for (const value of values) {
    if (typeof value !== "object" || value === null || !("kind" in value)) continue;
    return { kind: String(value.kind) };
  }
  return undefined;
}
