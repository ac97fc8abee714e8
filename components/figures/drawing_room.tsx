import type { JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { useLanguage } from "../language.ts";
import { figureFrameTexts } from "../texts_figure_frame.ts";
import { figureTexts } from "../texts_figures.ts";
import type { ConfusionCell, Drawable, Drawing } from "./drawable.ts";
import { markPoint, unmarkPoint } from "./marked_point.ts";
import { nearestPoint, pointByKey } from "./nearest_point.ts";
import { placeTip } from "./place_tip.ts";
import type { Plot } from "./plot_frame.ts";

/** In less room than this the drawing is shown smaller. */
const narrowest = 160;

/** So far outside the window figures are drawn already. */
const nearby = "600px";

/**
 * Room for a drawing, made as wide as there is room once it comes near, and made anew when that changes. The
 * pointer or the arrow keys stop at its points; what stands there is shown beside it and read out.
 */
export function DrawingRoom(
  { plot, drawable, variant, onCell }: {
    readonly plot: Plot;
    readonly drawable: Drawable;
    readonly variant: string | undefined;
    readonly onCell?: ((cell: ConfusionCell) => void) | undefined;
  },
): JSX.Element {
  const language = useLanguage();
  const help = useId();
  const room = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing>();
  const [at, setAt] = useState<number>();
  const [isByKey, setByKey] = useState(false);
  const point = at === undefined ? undefined : drawing?.points[at];

  useEffect(() => {
    const [around, sheet] = [room.current, paper.current];
    if (around === null || sheet === null) return;
    let drawnWidth = 0;
    let isNear = false;
    const redraw = (): void => {
      const width = Math.floor(around.clientWidth);
      if (width === 0 || width === drawnWidth) return;
      // Room is kept from the start, so that nothing moves when the drawing comes.
      if (drawnWidth === 0) around.style.minHeight = `${drawable.height(width)}px`;
      if (!isNear) return;
      drawnWidth = width;
      const drawn = drawable.draw(plot, {
        width: Math.max(narrowest, width),
        language,
        ...(variant === undefined ? {} : { variant }),
      });
      drawn.svg.setAttribute("aria-hidden", "true");
      sheet.replaceChildren(drawn.svg);
      around.style.minHeight = "";
      setAt(undefined);
      setDrawing(drawn);
    };
    const size = new ResizeObserver(redraw);
    const sight = new IntersectionObserver((entries) => {
      isNear ||= entries.some(({ isIntersecting }) => isIntersecting);
      if (isNear) sight.disconnect();
      redraw();
    }, { rootMargin: nearby });
    size.observe(around);
    sight.observe(around);
    return () => {
      size.disconnect();
      sight.disconnect();
    };
  }, [plot, drawable, language, variant]);

  useEffect(() => {
    if (drawing === undefined || point === undefined) return;
    markPoint(drawing.svg, point);
    if (tip.current && paper.current) placeTip(tip.current, paper.current, drawing.svg, point);
    return () => unmarkPoint(drawing.svg);
  }, [drawing, point]);

  const pointAt = ({ clientX, clientY }: MouseEvent): number | undefined => {
    const bounds = drawing?.svg.getBoundingClientRect();
    if (drawing === undefined || bounds === undefined || bounds.width === 0) return undefined;
    const scale = Number(drawing.svg.getAttribute("width")) / bounds.width;
    return nearestPoint(
      drawing,
      (clientX - bounds.left) * scale,
      (clientY - bounds.top) * scale,
    );
  };
  const show = (index: number | undefined, byKey: boolean): void => {
    setAt(index);
    setByKey(byKey);
  };
  const ask = (index: number | undefined): boolean => {
    const cell = index === undefined ? undefined : drawing?.points[index]?.cell;
    if (cell === undefined || onCell === undefined) return false;
    onCell(cell);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (drawing === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && at !== undefined) show(undefined, true);
    else if ((event.key === "Enter" || event.key === " ") && ask(at)) { /* asked */ }
    else {
      const next = pointByKey(drawing, at, event.key);
      if (next === undefined) return;
      show(next, true);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const hasCells = onCell !== undefined && drawing?.points.some(({ cell }) => cell !== undefined);
  return (
    <div
      ref={room}
      class={point?.cell && onCell ? "drawing pressable" : "drawing"}
      role="application"
      aria-roledescription={figureTexts.figure[language]}
      aria-label={drawable.sentence(language)}
      aria-describedby={help}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => show(undefined, false)}
      onPointerMove={(event) => show(pointAt(event), false)}
      onPointerDown={(event) => show(pointAt(event), false)}
      onPointerLeave={() => show(undefined, false)}
      onClick={(event) => void ask(pointAt(event))}
    >
      <div ref={paper} />
      {point && (
        <div ref={tip} class="figure-tip" aria-hidden="true">
          {point.lines().map((line, index) =>
            index === 0 ? <b key={index}>{line}</b> : <span key={index}>{line}</span>
          )}
        </div>
      )}
      <p class="visually-hidden" aria-live="polite">
        {isByKey && point ? point.lines().join(", ") : ""}
      </p>
      <p class="visually-hidden" id={help}>
        {figureFrameTexts.arrowKeys[language]}
        {hasCells ? ` ${figureFrameTexts.enterOpens[language]}` : ""}
      </p>
    </div>
  );
}
