import type { JSX } from "preact";
import { addCells, moveCell, setInput } from "@/islands/notebook/edits.ts";
import type { WireFix, WrongWire } from "@/islands/notebook/wire_fixes.ts";
import { StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { wireTexts } from "../texts_wire.ts";
import { titleOf } from "./cell_names.ts";
import { useNotebook } from "./context.ts";
import { misfitWords, typeWords } from "./misfit_words.ts";
import { sourceName } from "./reads_field.tsx";

/** What is wrong with an input of a cell, and the ways out as buttons. */
export function WireProblem(
  { id, index, wrong }: { id: string; index: number; wrong: WrongWire },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const { port, type, source, misfit, fixes } = wrong;
  const needed = type === undefined ? "" : typeWords([type], language);
  const gives = source === undefined ? [] : givenBy(source);
  const what = type === undefined
    ? wireTexts.noSuchInput(port)
    : source === undefined
    ? wireTexts.missingInput(needed)
    : wireTexts.wrongInput(needed, sourceName(open, source, language));
  return (
    <div class="error cell-problem" role="alert">
      <StateMark state="failed" />
      <div>
        <p class="what">{what[language]}</p>
        {misfit !== undefined && <p>{misfitSentence()}</p>}
        <ul class="fixes">
          {fixes.map((fix, at) => (
            <li key={JSON.stringify(fix)}>
              <button
                type="button"
                class={at === 0 ? "button primary" : "button"}
                onClick={() => apply(fix)}
              >
                {label(fix)}
              </button>
              <span class="dim small">{remark(fix)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );

  function givenBy(cell: string): string[] {
    const kind = open.structure.value.cells.find((each) => each.id === cell)?.kind ?? "";
    return [...new Set(Object.values(open.kinds.get(kind)?.gives ?? {}))];
  }

  function misfitSentence(): string {
    const words = misfit === undefined ? "" : misfitWords(misfit, gives, language);
    return wireTexts.misfitSentence(words)[language];
  }

  function label(fix: WireFix): string {
    switch (fix.fix) {
      case "read":
        return wireTexts.readInstead(sourceName(open, fix.source, language))[language];
      case "move":
        return wireTexts.moveAbove(sourceName(open, fix.cell, language))[language];
      case "add":
        return wireTexts.addAbove(kindTitles(fix.kinds))[language];
      case "drop":
        return wireTexts.dropInput(fix.port)[language];
    }
  }

  function remark(fix: WireFix): string {
    switch (fix.fix) {
      case "read":
        return wireTexts.nearestThatFits[language];
      case "add":
        return wireTexts.standsAbove(index + 1)[language];
      case "move":
      case "drop":
        return "";
    }
  }

  function kindTitles(kinds: readonly string[]): string {
    const titles = kinds.map((kind) => titleOf(open, { kind }, language));
    return titles.join({ en: ", ", zh: "、" }[language]);
  }

  function apply(fix: WireFix): void {
    const subject = `fix ${id} ${port}`;
    switch (fix.fix) {
      case "read":
      case "drop":
        return open.edit((before) => setInput(before, id, fix.port, undefined), subject);
      case "move":
        return open.edit((before) => moveCell(before, fix.cell, fix.by), subject);
      case "add":
        return open.edit(
          (before) => setInput(addCells(before, fix.kinds, index), id, fix.port, undefined),
          subject,
        );
    }
  }
}
