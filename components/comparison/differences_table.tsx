import type { JSX } from "preact";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import { fieldSpecs } from "../form/field_spec.ts";
import { valueWords } from "../form/value_words.ts";
import { useLanguage } from "../language.ts";
import { titleOf } from "../notebook/cell_names.ts";
import { comparisonTexts as texts } from "../texts_comparison.ts";
import type { ComparedRun, Difference } from "./compared_runs.ts";

/** So much of a value is shown, the rest on hover. */
const shownLetters = 60;

/** The settings in which compared runs differ, and nothing else. */
export function DifferencesTable(
  { open, compared, differences }: {
    readonly open: OpenNotebook;
    readonly compared: readonly ComparedRun[];
    readonly differences: readonly Difference[];
  },
): JSX.Element {
  const language = useLanguage();
  if (differences.length === 0) {
    return (
      <section>
        <h3>{texts.differences[language]}</h3>
        <p class="small dim">{texts.noDifferences[language]}</p>
      </section>
    );
  }
  return (
    <section>
      <h3>{texts.differences[language]}</h3>
      <div class="scroll" tabIndex={0} role="region" aria-label={texts.differences[language]}>
        <table class="table tight comparison-differences">
          <thead>
            <tr>
              <th scope="col">{texts.setting[language]}</th>
              {compared.map(({ letter }) => <th key={letter} scope="col">{letter}</th>)}
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <DifferenceRow
                key={`${difference.cell} ${difference.kind} ${difference.param}`}
                open={open}
                difference={difference}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function DifferenceRow(
  { open, difference }: { readonly open: OpenNotebook; readonly difference: Difference },
): JSX.Element {
  const language = useLanguage();
  const { cell, kind, param, values } = difference;
  const [name = "", ...path] = param.split(".");
  const fields = fieldSpecs(open.kinds.get(kind)?.params ?? {});
  const outer = fields.find((field) => field.name === name);
  const inner = outer?.type === "variant"
    ? outer.variants.flatMap((variant) => variant.fields).find((field) => field.name === path[0])
    : undefined;
  const title = open.notebook.value.cells.find(({ id }) => id === cell)?.title ?? "";
  const labels = [outer?.label[language] ?? name, inner?.label[language] ?? path.join(".")]
    .filter((label) => label !== "" && label !== "name");
  const words = (value: unknown): string => {
    if (value === null || value === undefined) return texts.absent[language];
    const variant = outer?.type === "variant" && path[0] === "name"
      ? outer.variants.find((each) => each.value === value)?.label[language]
      : undefined;
    const spec = inner ?? (path.length === 0 ? outer : undefined);
    return variant ?? (spec ? valueWords(spec, value, language) : plainWords(value));
  };
  return (
    <tr>
      <th scope="row">
        {titleOf(open, { kind, title }, language)} <span class="faint">{labels.join(" · ")}</span>
      </th>
      {values.map((value, index) => {
        const whole = words(value);
        const isChanged = index > 0 && JSON.stringify(value) !== JSON.stringify(values[0]);
        return (
          <td key={index} title={whole} class={isChanged ? "is-changed" : undefined}>
            {whole.length > shownLetters ? `${whole.slice(0, shownLetters)}…` : whole}
          </td>
        );
      })}
    </tr>
  );
}

function plainWords(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
