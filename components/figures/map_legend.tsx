import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { countWords, shortNumberWords } from "../number_words.ts";
import { mapTexts } from "../texts_map.ts";
import type { MapData, MapGroup, Shape } from "./map_groups.ts";

/** What the colours tell: classes to show and hide or to choose, or a scale. */
export function MapLegend(
  { colour, groups, hidden, onToggle, onChooseClass }: {
    readonly colour: NonNullable<MapData["colour"]>;
    readonly groups: readonly MapGroup[];
    readonly hidden: ReadonlySet<number>;
    readonly onToggle: (group: number) => void;
    /** @param group undefined for all that are shown */
    readonly onChooseClass: (group: number | undefined) => void;
  },
): JSX.Element {
  const language = useLanguage();
  if (colour.by === "number") return <MapScale values={colour.values} groups={groups} />;
  return (
    <div class="map-legend" role="group" aria-label={mapTexts.legend[language]}>
      {groups.map(({ name, fill, shape, points }, group) => (
        <button
          key={name}
          type="button"
          class="map-class"
          aria-pressed={!hidden.has(group)}
          title={mapTexts.shownClass(name, countWords(points.length))[language]}
          onClick={() => onToggle(group)}
        >
          <ShapeMark fill={fill} shape={shape} />
          <span class="map-class-name">{name}</span>
          <span class="faint">{countWords(points.length)}</span>
        </button>
      ))}
      <select
        class="map-choose"
        aria-label={mapTexts.chooseClass[language]}
        value=""
        onChange={({ currentTarget }) => {
          const { value } = currentTarget;
          currentTarget.value = "";
          if (value !== "") onChooseClass(value === "all" ? undefined : Number(value));
        }}
      >
        <option value="">{mapTexts.chooseClassFirst[language]}</option>
        <option value="all">{mapTexts.allShown[language]}</option>
        {groups.map(({ name }, group) =>
          hidden.has(group) ? null : <option key={name} value={String(group)}>{name}</option>
        )}
      </select>
    </div>
  );
}

/** What shades of a number tell: from the lowest to the highest, and what is missing. */
export function MapScale(
  { values, groups }: {
    readonly values: readonly (number | null)[];
    readonly groups: readonly MapGroup[];
  },
): JSX.Element {
  const language = useLanguage();
  let low = Infinity, high = -Infinity;
  for (const value of values) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const shades = groups.filter(({ fill }) => fill !== "c0");
  return (
    <p class="map-legend tiny dim">
      {mapTexts.lowest[language]} {shortNumberWords(low)}
      {shades.map(({ fill }) => (
        <svg key={fill} class={`shade-mark ink-${fill}`} viewBox="0 0 8 8" aria-hidden="true">
          <rect width={8} height={8} />
        </svg>
      ))}
      {shortNumberWords(high)} {mapTexts.highest[language]}
      {shades.length < groups.length && (
        <>
          <svg class="shade-mark c0" viewBox="0 0 8 8" aria-hidden="true">
            <rect width={8} height={8} />
          </svg>
          {mapTexts.missing[language]}
        </>
      )}
    </p>
  );
}

/** The shape and colour of the points of a class. */
export function ShapeMark(
  { fill, shape }: { readonly fill: string; readonly shape: Shape },
): JSX.Element {
  return (
    <svg class={`shape-mark ${fill}`} viewBox="0 0 8 8" aria-hidden="true">
      {shape === "dot" && <circle cx={4} cy={4} r={3.5} />}
      {shape === "cross" && <path d="M1 0L4 3L7 0L8 1L5 4L8 7L7 8L4 5L1 8L0 7L3 4L0 1Z" />}
      {shape === "plus" && <path d="M3.2 0H4.8V3.2H8V4.8H4.8V8H3.2V4.8H0V3.2H3.2Z" />}
    </svg>
  );
}
