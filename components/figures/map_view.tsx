import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useFaultName } from "../fault_catalogue.ts";
import { useLanguage } from "../language.ts";
import { mapTexts } from "../texts_map.ts";
import { FigureDataTable } from "./figure_data.tsx";
import { FigureFrame } from "./figure_frame.tsx";
import { FigureMenu } from "./figure_menu.tsx";
import { mapFigure } from "./kinds/map.ts";
import { MapChosen } from "./map_chosen.tsx";
import { type MapData, mapGroups } from "./map_groups.ts";
import { MapLegend } from "./map_legend.tsx";
import { MapOverlay } from "./map_overlay.tsx";
import { drawMap, type MapDrawing } from "./map_plot.ts";
import { namedMap } from "./named_map.ts";
import type { Plot } from "./plot_frame.ts";

const nothing: ReadonlySet<number> = new Set();

/** A map of rows: its classes are shown and hidden by the legend, rows are chosen by drawing around them. */
export function MapView({ figure: given }: { readonly figure: MapData }): JSX.Element {
  const language = useLanguage();
  const nameFault = useFaultName();
  const figure = useMemo(() => namedMap(given, nameFault, language), [given, nameFault, language]);
  const { title, caption, colour } = figure;
  const drawable = useMemo(() => mapFigure(figure), [figure]);
  const [isDataShown, setDataShown] = useState(false);
  const groups = useMemo(() => mapGroups(figure), [figure]);
  const [hidden, setHidden] = useState(nothing);
  const [chosen, setChosen] = useState<ReadonlySet<number>>();
  useEffect(() => {
    setHidden(nothing);
    setChosen(undefined);
  }, [figure]);
  const shown = useMemo(() => groups.filter((_, group) => !hidden.has(group)), [groups, hidden]);
  const visible = useMemo(() => new Set(shown.flatMap(({ points }) => points)), [shown]);
  const { room, drawing } = useDrawing(figure, shown, chosen ?? nothing);
  const choose = (inside: Iterable<number>, isAdded: boolean): void => {
    const picked = [...inside].filter((point) => visible.has(point));
    setChosen(new Set(isAdded ? [...chosen ?? [], ...picked] : picked));
  };
  return (
    <FigureFrame
      title={title}
      caption={caption}
      axes={drawable.axes(language)}
      isWide
      actions={
        <div class="figure-actions">
          <FigureMenu
            drawable={drawable}
            variant={undefined}
            isDataShown={isDataShown}
            onData={() => setDataShown(!isDataShown)}
          />
        </div>
      }
    >
      {colour !== null && (
        <MapLegend
          colour={colour}
          groups={groups}
          hidden={hidden}
          onToggle={(group) => setHidden(toggled(hidden, group))}
          onChooseClass={(group) =>
            choose(group === undefined ? visible : groups[group]?.points ?? [], false)}
        />
      )}
      <div class="map-room">
        <div
          ref={room}
          class="drawing map-drawing"
          role="img"
          aria-label={drawable.sentence(language)}
        />
        {drawing && (
          <MapOverlay
            figure={figure}
            drawing={drawing}
            isShown={(point) => visible.has(point)}
            onChoose={choose}
            onClear={() => setChosen(undefined)}
          />
        )}
      </div>
      {chosen === undefined
        ? <p class="tiny dim map-hint">{mapTexts.hint[language]}</p>
        : (
          <MapChosen
            figure={figure}
            groups={groups}
            chosen={chosen}
            onClear={() => setChosen(undefined)}
          />
        )}
      {isDataShown && <FigureDataTable drawable={drawable} />}
    </FigureFrame>
  );
}

/** Draws, and draws anew where the room, the data or the choice is another. */
function useDrawing(
  figure: MapData,
  groups: ReturnType<typeof mapGroups>,
  chosen: ReadonlySet<number>,
) {
  const room = useRef<HTMLDivElement>(null);
  const [plot, setPlot] = useState<{ readonly marks: Plot }>();
  const [width, setWidth] = useState(0);
  const [drawing, setDrawing] = useState<MapDrawing>();
  useEffect(() => {
    const element = room.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    observer.observe(element);
    import("./plot_marks.ts").then((marks) => setPlot({ marks })).catch(reportError);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (plot === undefined || width === 0) return;
    const drawn = drawMap(plot.marks, figure, groups, chosen, { width });
    // The room around it says in words what is to be seen.
    drawn.element.setAttribute("aria-hidden", "true");
    room.current?.replaceChildren(drawn.element);
    setDrawing(drawn);
  }, [plot, width, figure, groups, chosen]);
  return { room, drawing };
}

function toggled(set: ReadonlySet<number>, member: number): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}
