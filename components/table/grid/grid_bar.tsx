import type { JSX } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { TableFilter, TableQuery } from "@/pipeline/table/paging/table_page.ts";
import { Icon } from "../../icon.tsx";
import { useLanguage } from "../../language.ts";
import { countWords } from "../../number_words.ts";
import { gridTexts } from "../../texts_grid.ts";
import { QueryActionContext } from "../query_action.ts";
import { filterWords } from "./filter_words.ts";

/** Milliseconds after the last letter before a search begins. */
const searchDelay = 250;

/** What is above the grid: how many rows there are, the search, the filters that hold. */
export function GridBar(
  { rows, allRows, query, canSearch, hidden, csvAddress, onSearch, onFilter, onAdd, onShowHidden }:
    {
      /** Undefined while they are being counted. */
      readonly rows: number | undefined;
      readonly allRows: number;
      readonly query: Required<TableQuery>;
      readonly canSearch: boolean;
      /** How many columns are hidden. */
      readonly hidden: number;
      readonly csvAddress: string | undefined;
      readonly onSearch: (search: string) => void;
      readonly onFilter: (filter: readonly TableFilter[]) => void;
      readonly onAdd: () => void;
      readonly onShowHidden: () => void;
    },
): JSX.Element {
  const language = useLanguage();
  const action = useContext(QueryActionContext);
  const [text, setText] = useState(query.search);
  useEffect(() => setText(query.search), [query.search]);
  useEffect(() => {
    const timer = setTimeout(() => text !== query.search && onSearch(text), searchDelay);
    return () => clearTimeout(timer);
  }, [text]);
  const { filter } = query;
  const words = rows === undefined || rows === allRows
    ? gridTexts.rows(countWords(allRows))[language]
    : gridTexts.rowsOf(countWords(rows), countWords(allRows))[language];
  return (
    <div class="grid-bar">
      <span class="grid-count" role="status">{words}</span>
      {canSearch && (
        <label class="grid-search">
          <Icon name="search" />
          <span class="visually-hidden">{gridTexts.search[language]}</span>
          <input
            type="search"
            class="input"
            placeholder={gridTexts.search[language]}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
      )}
      {filter.map((each, index) => {
        const sentence = filterWords(each, language);
        return (
          <span key={JSON.stringify(each)} class="grid-chip">
            <span class="grid-chip-text" title={sentence}>{sentence}</span>
            <button
              type="button"
              aria-label={gridTexts.removeFilter(sentence)[language]}
              title={gridTexts.removeFilter(sentence)[language]}
              onClick={() => onFilter(filter.filter((_, place) => place !== index))}
            >
              <Icon name="close" />
            </button>
          </span>
        );
      })}
      <button type="button" class="button quiet small" onClick={onAdd}>
        <Icon name="filter" />
        {gridTexts.addFilter[language]}
      </button>
      {action && rows !== undefined && rows > 0 && rows < allRows && (
        <button
          type="button"
          class="button small"
          onClick={() => action.act(query)}
        >
          <Icon name="add" />
          {action.label[language]}
        </button>
      )}
      {hidden > 0 && (
        <button type="button" class="button quiet small" onClick={onShowHidden}>
          <Icon name="columns" />
          {gridTexts.showHidden(countWords(hidden))[language]}
        </button>
      )}
      {csvAddress !== undefined && (
        <a
          class="icon-button push"
          href={csvAddress}
          download
          aria-label={gridTexts.csv[language]}
          title={gridTexts.csv[language]}
        >
          <Icon name="download" />
        </a>
      )}
    </div>
  );
}
