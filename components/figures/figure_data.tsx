import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { countWords, numberWords } from "../number_words.ts";
import { figureFrameTexts } from "../texts_figure_frame.ts";
import type { DataCell, Drawable } from "./drawable.ts";
import { nameIn, plainText } from "./shown_names.ts";

/** More rows would slow the page down. */
const shownRows = 500;

/** What a figure shows, in a sentence and as a table. */
export function FigureDataTable({ drawable }: { drawable: Drawable }): JSX.Element {
  const language = useLanguage();
  const { columns, rows } = drawable.data(language);
  const label = figureFrameTexts.dataOf(plainText(drawable.title[language]))[language];
  return (
    <div class="figure-data">
      <p class="tiny">{drawable.sentence(language)}</p>
      <div class="scroll" tabIndex={0} role="region" aria-label={label}>
        <table class="table tight">
          <thead>
            <tr>
              {columns.map((name, index) => (
                <th key={index} scope="col" class={alignment(rows[0]?.[index])}>{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shownRows).map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column} class={alignment(cell)}>
                    {typeof cell === "number" ? numberWords(cell) : nameIn(cell ?? "–", language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shownRows && (
        <p class="tiny dim">
          {figureFrameTexts.firstRows(countWords(shownRows), countWords(rows.length))[language]}
        </p>
      )}
    </div>
  );
}

function alignment(cell: DataCell | undefined): string | undefined {
  return typeof cell === "string" ? undefined : "right";
}
