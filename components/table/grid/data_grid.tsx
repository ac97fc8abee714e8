import type { JSX, TargetedPointerEvent } from "preact";
import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import type { Problem } from "@/pipeline/problem.ts";
import type { TableColumn } from "@/pipeline/table/column_type.ts";
import type { TableFilter, TableQuery } from "@/pipeline/table/paging/table_page.ts";
import { problemOf } from "@/islands/api.ts";
import { copyText } from "../../copy_text.ts";
import { useLanguage } from "../../language.ts";
import { countWords } from "../../number_words.ts";
import { ProblemText } from "../../problem_text.tsx";
import { gridTexts } from "../../texts_grid.ts";
import type { CellView } from "../cell_view.ts";
import { wholeCellWords } from "../cell_words.ts";
import type { TableSource } from "../table_source.ts";
import { columnActions } from "./column_actions.ts";
import {
  type ColumnChoices,
  columnsInSight,
  numberWidth,
  placeColumns,
  type PlacedColumn,
  widthOf,
} from "./column_layout.ts";
import { ColumnMenu } from "./column_menu.tsx";
import { mostCopied, tabSeparated } from "./copy_cells.ts";
import { FilterForm } from "./filter_form.tsx";
import { GridBar } from "./grid_bar.tsx";
import { GridBody } from "./grid_body.tsx";
import { GridHead } from "./grid_head.tsx";
import { PageCache } from "./page_cache.ts";
import { placeOf } from "./place_of.ts";
import { boundsOf, type CellPlace, placeAfter, type Selection } from "./selection.ts";
import { ColumnSheet, RowSheet } from "./sheets.tsx";
import { nextSort } from "./next_sort.ts";
import { useSight } from "./use_sight.ts";
import { useSummaries } from "./use_summaries.ts";

/** What a grid is made of. */
export interface GridProps {
  readonly label: string;
  readonly source: TableSource;
  readonly columns: readonly TableColumn[];
  /** How many rows the whole table has. */
  readonly rows: number;
  /** The filters it begins with. */
  readonly filter: readonly TableFilter[];
  readonly view?: CellView | undefined;
}

/** What lies over the grid. */
type Over =
  | {
    readonly kind: "menu";
    readonly column: PlacedColumn;
    readonly left: number;
    readonly top: number;
  }
  | { readonly kind: "filter"; readonly column: string }
  | { readonly kind: "row"; readonly row: number }
  | { readonly kind: "summary"; readonly column: string };

const start: CellPlace = { row: 0, column: 0 };

/** A table of any length and width: only what is in sight is drawn and fetched. */
export function DataGrid({ label, source, columns, rows, filter, view }: GridProps): JSX.Element {
  const language = useLanguage();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState<Required<TableQuery>>({ sort: [], filter, search: "" });
  const [choices, setChoices] = useState<ColumnChoices>({
    pinned: [],
    hidden: [],
    widths: new Map(),
  });
  const [selection, setSelection] = useState<Selection>({ anchor: start, active: start });
  const [over, setOver] = useState<Over>();
  const [message, setMessage] = useState("");
  const [, setVersion] = useState(0);
  const [problem, setProblem] = useState<Problem>();
  const cache = useMemo(() =>
    new PageCache(source, columns, query, (failure) => {
      setProblem(failure);
      setVersion((before) => before + 1);
    }), [source.key, query]);
  useEffect(() => () => cache.close(), [cache]);

  // Until the first rows of a query are there its number of rows is that of the one before.
  const lastRows = useRef(rows);
  if (cache.rows !== undefined) lastRows.current = cache.rows;
  const shownRows = lastRows.current;
  const placed = useMemo(() => placeColumns(columns, choices), [columns, choices]);
  const pinned = useMemo(() => placed.filter(({ isPinned }) => isPinned), [placed]);
  const free = useMemo(() => placed.filter(({ isPinned }) => !isPinned), [placed]);
  const pinnedWidth = widthOf(pinned);
  const { sight, height, onScroll, reveal } = useSight(box, shownRows, pinnedWidth);
  const seen = columnsInSight(placed, sight.left, sight.width);
  const seenKey = `${seen[0]?.place} ${seen.at(-1)?.place}`;
  const drawn = useMemo(() => [...pinned, ...seen], [placed, seenKey]);
  const summaries = useSummaries(source, drawn.map(({ name }) => name));

  useEffect(() => {
    const { firstRow, endRow, direction } = sight;
    cache.look({ firstRow, endRow, direction, columns: drawn.map(({ index }) => index) });
  }, [cache, sight, drawn]);

  const gap = seen[0]?.left ?? 0;
  const widths = [
    numberWidth,
    ...pinned.map(({ width }) => width),
    gap,
    ...seen.map(({ width }) => width),
  ].map((width) => `${width}px`).join(" ");
  const whole = numberWidth + pinnedWidth + widthOf(free);

  const change = (next: Partial<Required<TableQuery>>): void => {
    setQuery((before) => ({ ...before, ...next }));
    setProblem(undefined);
    box.current?.scrollTo({ top: 0 });
  };
  const sortBy = (column: string, isAdded: boolean): void =>
    change({ sort: nextSort(query.sort, column, isAdded) });
  const goTo = (active: CellPlace, isExtending: boolean): void => {
    setSelection((before) => ({ anchor: isExtending ? before.anchor : active, active }));
    setMessage("");
    reveal(active.row, placed[active.column]);
  };
  const copy = async (first: number, count: number, names: readonly string[]): Promise<void> => {
    if (count * names.length > mostCopied) {
      return setMessage(gridTexts.tooMany(countWords(mostCopied))[language]);
    }
    try {
      const text = await tabSeparated(source, query, { first, count, columns: names });
      const message = await copyText(text)
        ? gridTexts.copied(countWords(count), countWords(names.length))
        : gridTexts.notCopied;
      setMessage(message[language]);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const openMenu = (column: PlacedColumn): void => {
    const head = document.getElementById(`${id}-h-${column.place}`);
    const frame = box.current?.parentElement?.getBoundingClientRect();
    const { left = 0, bottom = 0 } = head?.getBoundingClientRect() ?? {};
    const room = (frame?.width ?? 400) - 220;
    setOver({
      kind: "menu",
      column,
      left: Math.max(0, Math.min(room, left - (frame?.left ?? 0))),
      top: bottom - (frame?.top ?? 0),
    });
  };
  const close = (): void => {
    setOver(undefined);
    box.current?.focus({ preventScroll: true });
  };

  const { active } = selection;
  const bounds = boundsOf(selection);
  const isRange = bounds.top < bounds.bottom || bounds.left < bounds.right;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== box.current) return;
    const column = placed[active.column];
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key.toLowerCase() === "c") {
      const names = placed.slice(bounds.left, bounds.right + 1).map(({ name }) => name);
      void copy(bounds.top, bounds.bottom - bounds.top + 1, names);
    } else if (event.altKey && event.key === "ArrowDown" && column !== undefined) openMenu(column);
    else if (event.key === "Enter" && active.row >= 0) setOver({ kind: "row", row: active.row });
    else if (event.key === "Enter" && column !== undefined) sortBy(column.name, event.shiftKey);
    else if (event.altKey) return;
    else {
      const size = { rows: shownRows, columns: placed.length, page: sight.page };
      const next = placeAfter(event.key, isCommand, active, size);
      if (next === undefined) return;
      goTo(next, event.shiftKey && next.row >= 0);
      // Pinned columns are always in sight: going there leads back to the left edge all the same.
      if (next.column !== active.column && placed[next.column]?.isPinned) {
        box.current?.scrollTo({ left: 0 });
      }
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const onPointerDown = (event: TargetedPointerEvent<HTMLElement>): void => {
    const place = placeOf(event.target);
    if (place === undefined || event.button !== 0) return;
    goTo(place, event.shiftKey);
    if (event.pointerType !== "mouse") return;
    // The box gets the focus, not the page around.
    event.preventDefault();
    box.current?.focus({ preventScroll: true });
    const extend = ({ target }: PointerEvent): void => {
      const to = placeOf(target);
      if (to !== undefined) setSelection((before) => ({ ...before, active: to }));
    };
    document.addEventListener("pointermove", extend);
    document.addEventListener(
      "pointerup",
      () => document.removeEventListener("pointermove", extend),
      { once: true },
    );
  };

  const activeColumn = placed[active.column];
  const isActiveDrawn = activeColumn !== undefined && drawn.includes(activeColumn) &&
    (active.row < 0 || (active.row >= sight.firstRow && active.row < sight.endRow));
  const activeValue = activeColumn && active.row >= 0
    ? cache.cell(active.row, activeColumn.index)
    : undefined;
  const numberColumn = drawn[0]?.index ?? 0;
  const picture = {
    id,
    firstRow: sight.firstRow,
    endRow: Math.min(sight.endRow, shownRows),
    shift: sight.shift,
    columns: drawn,
    fixedWidth: numberWidth + pinnedWidth,
    cell: (row: number, column: number) => cache.cell(row, column),
    rowNumber: (row: number) => cache.rowNumber(row, numberColumn),
    isSelected: (row: number, place: number) =>
      isRange && row >= bounds.top && row <= bounds.bottom && place >= bounds.left &&
      place <= bounds.right,
    active,
    view,
    language,
  };
  const activeHead = active.row < 0 ? active.column : undefined;
  // Heads are another only where one of these is: scrolling down leaves them alone.
  const heads = useMemo(() =>
    drawn.map((column, index) => (
      <GridHead
        key={column.name}
        id={`${id}-h-${column.place}`}
        column={column}
        gridColumn={index === pinned.length ? pinned.length + 3 : undefined}
        sort={query.sort}
        summary={summaries.get(column.name)}
        isActive={activeHead === column.place}
        onSort={sortBy}
        onMenu={openMenu}
        onResize={(name, width) =>
          setChoices((before) => ({ ...before, widths: new Map(before.widths).set(name, width) }))}
      />
    )), [drawn, query.sort, summaries, activeHead, language]);

  return (
    <div class="grid-frame">
      <GridBar
        rows={cache.rows}
        allRows={rows}
        query={query}
        canSearch={columns.some(({ type }) => type === "text" || type === "time")}
        hidden={choices.hidden.length}
        csvAddress={source.csvAddress?.(query)}
        onSearch={(search) => change({ search })}
        onFilter={(next) => change({ filter: next })}
        onAdd={() => setOver({ kind: "filter", column: activeColumn?.name ?? "" })}
        onShowHidden={() => setChoices({ ...choices, hidden: [] })}
      />
      {over?.kind === "filter" && (
        <FilterForm
          id={id}
          columns={columns}
          column={over.column}
          summaries={summaries}
          onApply={(added) => {
            change({ filter: [...query.filter, added] });
            close();
          }}
          onClose={close}
        />
      )}
      {problem !== undefined && <ProblemText problem={problem} language={language} />}
      <div
        ref={box}
        class="grid-box"
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={shownRows + 1}
        aria-colcount={placed.length + 1}
        aria-multiselectable="true"
        aria-describedby={`${id}-help`}
        aria-activedescendant={isActiveDrawn
          ? active.row < 0 ? `${id}-h-${active.column}` : `${id}-${active.row}-${active.column}`
          : undefined}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onDblClick={({ target }) => {
          const place = placeOf(target);
          if (place !== undefined) setOver({ kind: "row", row: place.row });
        }}
      >
        <div
          role="row"
          aria-rowindex={1}
          class="grid-heads"
          style={{ gridTemplateColumns: widths, width: `${whole}px` }}
        >
          <div role="columnheader" aria-colindex={1} class="grid-number">
            {gridTexts.row[language]}
          </div>
          {heads}
        </div>
        <GridBody picture={picture} width={whole} height={height} />
      </div>
      {cache.rows === 0 && (
        <p class="grid-empty">
          {gridTexts.noRows[language]}{" "}
          <button
            type="button"
            class="link"
            onClick={() => change({ filter: [], search: "" })}
          >
            {gridTexts.clear[language]}
          </button>
        </p>
      )}
      <p class="grid-status">
        <span role="status">{message}</span>
        {message === "" && activeColumn !== undefined && activeValue !== undefined && (
          <>
            <span class="grid-status-name">{activeColumn.name}</span>{" "}
            {activeValue === null ? gridTexts.missing[language] : wholeCellWords(activeValue)}
          </>
        )}
      </p>
      <p class="visually-hidden" id={`${id}-help`}>{gridTexts.help[language]}</p>
      {over?.kind === "menu" && (
        <ColumnMenu
          column={over.column.name}
          left={over.left}
          top={over.top}
          actions={columnActions(over.column, query.sort, language, {
            setSort: (sort) => change({ sort }),
            setChoices,
            filter: (column) => setOver({ kind: "filter", column }),
            summary: (column) => setOver({ kind: "summary", column }),
            copy: (column) => void copy(0, shownRows, [column]),
          })}
          onClose={close}
        />
      )}
      {/* Keys in a sheet are the sheet's: the page around would take Escape for itself. */}
      <div onKeyDown={(event) => event.stopPropagation()}>
        {over?.kind === "row" && (
          <RowSheet id={id} source={source} query={query} row={over.row} onClose={close} />
        )}
        {over?.kind === "summary" && (
          <ColumnSheet
            id={id}
            name={over.column}
            summary={summaries.get(over.column)}
            onClose={close}
          />
        )}
      </div>
    </div>
  );
}
