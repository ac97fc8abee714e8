import type { JSX } from "preact";
import type { DatasetAnswer } from "@/web/api_schema.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { Moment } from "../moment.tsx";
import { bytesWords, countWords } from "../number_words.ts";
import { homeTexts } from "../texts_home.ts";
import { useShortened } from "./shortened.tsx";

const inSight = 5;

/** Uploaded tables, each to be trained on. */
export function DatasetList(
  { datasets, isBusy, onTrain }: {
    readonly datasets: readonly DatasetAnswer[];
    readonly isBusy: boolean;
    readonly onTrain: (dataset: string) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { shown, more } = useShortened(datasets, inSight);
  return (
    <section class="section" aria-labelledby="datasets">
      <div class="section-head">
        <h2 id="datasets">
          {homeTexts.datasets[language]} <span class="count">{datasets.length}</span>
        </h2>
      </div>
      {datasets.length === 0 && <p class="dim small">{homeTexts.noDatasets[language]}</p>}
      <ul class="list with-actions">
        {shown.map(({ id, name, bytes, created, rows, columns }) => (
          <li key={id}>
            <span class="entry" title={name}>{name}</span>
            <span class="value">
              {rows !== null && columns !== null &&
                `${countWords(rows)} × ${countWords(columns.length)}`}
            </span>
            <span class="actions">
              <button
                type="button"
                class="icon-button"
                disabled={isBusy}
                aria-label={homeTexts.trainOn(name)[language]}
                title={homeTexts.trainOn(name)[language]}
                onClick={() => onTrain(id)}
              >
                <Icon name="train" />
              </button>
            </span>
            <span class="sub">{columnsWords(columns)[language]}</span>
            <span class="value sub">
              {bytesWords(bytes)}
              {{ en: ", ", zh: "，" }[language]}
              <Moment time={created} />
            </span>
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}

/** What columns a table has, where that is known. */
function columnsWords(columns: DatasetAnswer["columns"]): { en: string; zh: string } {
  if (columns === null) return homeTexts.notRead;
  const label = columns.find(({ role }) => role === "label");
  return label === undefined ? homeTexts.noLabel : homeTexts.labelIs(label.name);
}
