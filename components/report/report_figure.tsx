import type { JSX } from "preact";
import { drawableOf } from "../figures/drawable_of.ts";
import { FigureFrame } from "../figures/figure_frame.tsx";
import { mapFigure } from "../figures/kinds/map.ts";
import { type MapData, mapGroups } from "../figures/map_groups.ts";
import { MapScale, ShapeMark } from "../figures/map_legend.tsx";
import { MostConfused } from "../figures/most_confused.tsx";
import { nameIn, plainText } from "../figures/shown_names.ts";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import type { ReportFigure } from "./report.ts";

/** A figure in the frame that it has on the page, drawn once for wide pages and once for narrow ones. */
export function ReportFigureView({ figure }: { readonly figure: ReportFigure }): JSX.Element {
  const language = useLanguage();
  if (figure.type === "text") {
    // deno-fmt-ignore
    return <div class="markdown" dangerouslySetInnerHTML={{ __html: figure.html }} />;
  }
  const { figure: data, drawings } = figure;
  const drawable = data.type === "map" ? mapFigure(data) : drawableOf(data);
  const note = drawable.note?.(language) ?? "";
  const words = drawable.sentence(language);
  return (
    <FigureFrame
      title={drawable.title}
      axes={drawable.axes(language)}
      legend={data.type === "map" ? [] : drawable.legend(language)}
      caption={drawable.caption}
      isWide={drawable.isWide}
    >
      {data.type === "map" && <MapColours figure={data} />}
      <div
        class="drawing"
        role="img"
        aria-label={words === "" ? plainText(drawable.title[language]) : words}
      >
        {drawings.map((svg, index) => (
          <div
            key={index}
            class={drawings.length === 1 ? undefined : index === 0 ? "if-wide" : "if-narrow"}
            dangerouslySetInnerHTML={{ __html: svg }}
          />
        ))}
      </div>
      {note !== "" && <p class="tiny dim figure-note">{note}</p>}
      {data.type === "confusion" && <MostConfused figure={data} onCell={undefined} />}
    </FigureFrame>
  );
}

function MapColours({ figure }: { readonly figure: MapData }): JSX.Element | null {
  const language = useLanguage();
  const { colour } = figure;
  if (colour === null) return null;
  const groups = mapGroups(figure);
  if (colour.by === "number") return <MapScale values={colour.values} groups={groups} />;
  return (
    <ul class="map-legend">
      {groups.map(({ name, fill, shape, points }) => (
        <li key={name} class="map-class">
          <ShapeMark fill={fill} shape={shape} />
          <span class="map-class-name">{nameIn(name, language)}</span>
          <span class="faint">{countWords(points.length)}</span>
        </li>
      ))}
    </ul>
  );
}
