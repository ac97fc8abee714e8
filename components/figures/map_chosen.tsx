import type { JSX } from "preact";
import { useContext, useState } from "preact/hooks";
import { printRowRanges } from "@/pipeline/table/row_ranges.ts";
import { copyText } from "../copy_text.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { mapTexts } from "../texts_map.ts";
import { rowsTexts } from "../texts_rows.ts";
import { OpenRowContext, useFigureActions } from "./figure_actions.ts";
import type { MapData, MapGroup } from "./map_groups.ts";

/** So many classes are counted in words. */
const namedClasses = 6;

/** The rows that are chosen on a map, in numbers, and what can be done with them. */
export function MapChosen(
  { figure, groups, chosen, onClear }: {
    readonly figure: MapData;
    readonly groups: readonly MapGroup[];
    readonly chosen: ReadonlySet<number>;
    readonly onClear: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const actions = useFigureActions();
  const [copied, setCopied] = useState<boolean>();
  const openRow = useContext(OpenRowContext);
  const { points, table } = figure;
  const rows = printRowRanges([...chosen].map((point) => points.rows[point] ?? 0));
  const copy = (): void => {
    void copyText(rows).then(setCopied);
  };
  return (
    <div class="map-chosen">
      <p role="status">
        <b>
          {chosen.size === 0
            ? mapTexts.noneInside[language]
            : mapTexts.chosen(chosen.size, countWords(chosen.size))[language]}
        </b>
        {countsOf(groups, chosen).map(({ name, fill, count }) => (
          <span key={name} class="fault">
            <svg class={fill} viewBox="0 0 8 8" aria-hidden="true">
              <rect width={8} height={8} />
            </svg>
            {name} {countWords(count)}
          </span>
        ))}
      </p>
      <div class="map-actions">
        {actions && chosen.size > 0 && (
          <>
            {actions.addSubset && table.isOfInput !== false && (
              <>
                <button
                  type="button"
                  class="button"
                  onClick={() => actions.addSubset?.({ mode: "keep", rows })}
                >
                  <Icon name="add" />
                  {rowsTexts.makeSubset[language]}
                </button>
                <button
                  type="button"
                  class="button"
                  onClick={() => actions.addSubset?.({ mode: "drop", rows })}
                >
                  {rowsTexts.leaveOut[language]}
                </button>
              </>
            )}
            {actions.hasTable(table.name) && rows.length <= longestFilter && (
              <button
                type="button"
                class="button"
                onClick={() =>
                  actions.showRows(table.name, [
                    { column: table.column, op: "among", value: rows },
                  ])}
              >
                {rowsTexts.showRows[language]}
              </button>
            )}
          </>
        )}
        {openRow && [...chosen].slice(0, mostOpened).map((point) => {
          const row = points.rows[point] ?? 0;
          return (
            <button key={row} type="button" class="button" onClick={() => openRow(row)}>
              {mapTexts.openRow(countWords(row))[language]}
            </button>
          );
        })}
        {chosen.size > 0 && (
          <button type="button" class="button quiet" onClick={copy}>
            {copied === true ? mapTexts.copied[language] : mapTexts.copyNumbers[language]}
          </button>
        )}
        <button type="button" class="button quiet" onClick={onClear}>
          {mapTexts.clear[language]}
        </button>
        {copied === false && <span class="small warn">{mapTexts.notCopied[language]}</span>}
      </div>
    </div>
  );
}

/** So many of the chosen rows can be opened. */
const mostOpened = 3;

/** A longer list of rows fits no address. */
const longestFilter = 30_000;

/** How many of each class are chosen, the most frequent first. */
function countsOf(
  groups: readonly MapGroup[],
  chosen: ReadonlySet<number>,
): { name: string; fill: string; count: number }[] {
  const counts = groups.filter(({ name }) => name !== "").map(({ name, fill, points }) => ({
    name,
    fill,
    count: points.filter((point) => chosen.has(point)).length,
  })).filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  if (counts.length <= namedClasses + 1) return counts;
  const rest = counts.slice(namedClasses).reduce((sum, { count }) => sum + count, 0);
  return [...counts.slice(0, namedClasses), { name: "…", fill: "c0", count: rest }];
}
