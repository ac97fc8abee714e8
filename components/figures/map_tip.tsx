import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useLanguage } from "../language.ts";
import { countWords, numberWords } from "../number_words.ts";
import { mapTexts } from "../texts_map.ts";
import { rowsTexts } from "../texts_rows.ts";
import { colourValue, type MapData } from "./map_groups.ts";
import type { MapDrawing } from "./map_plot.ts";

const gap = 12;

/** One point in words, beside it: its row, its class, a few values. */
export function MapTip(
  { figure, drawing, point }: {
    readonly figure: MapData;
    readonly drawing: MapDrawing;
    readonly point: number;
  },
): JSX.Element {
  const language = useLanguage();
  const tip = useRef<HTMLDivElement>(null);
  const { places, width, height } = drawing;
  useLayoutEffect(() => {
    const element = tip.current, place = places[point];
    if (element === null || place === undefined) return;
    const left = place.x > width / 2 ? place.x - gap - element.offsetWidth : place.x + gap;
    const top = place.y > height / 2 ? place.y - gap - element.offsetHeight : place.y + gap;
    element.style.left = `${Math.max(0, Math.min(left, width - element.offsetWidth))}px`;
    element.style.top = `${Math.max(0, top)}px`;
  }, [drawing, point]);
  const { colour, details, points } = figure;
  const own = colourValue(figure, point);
  const named = details.map(({ name, values }) => ({ name, value: values[point] ?? null }));
  const facts = own === undefined || colour === null ? named : [
    { name: colour.name === "cluster" ? mapTexts.cluster[language] : colour.name, value: own },
    ...named.filter(({ name }) => name !== colour.name),
  ];
  return (
    <div ref={tip} class="map-tip" role="status">
      <b>{rowsTexts.row(countWords(points.rows[point] ?? 0))[language]}</b>
      <dl>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value === null
                ? <span class="faint">{mapTexts.missing[language]}</span>
                : typeof value === "number"
                ? numberWords(value)
                : value}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
