import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Plot } from "./plot_frame.ts";

/**
 * Room for a drawing of Observable Plot, which is made in the browser, as wide as there is room, and made
 * anew when that changes.
 *
 * @param props.draw must be the same function as long as what it draws is the same
 */
export function PlotDrawing(
  { label, draw }: { label: string; draw: (plot: Plot, width: number) => Element },
): JSX.Element {
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = room.current;
    if (element === null) return;
    let drawnWidth = 0;
    let plot: Plot | undefined;
    const redraw = (): void => {
      const width = Math.floor(element.clientWidth);
      if (plot === undefined || width === 0 || width === drawnWidth) return;
      drawnWidth = width;
      element.replaceChildren(draw(plot, width));
    };
    const observer = new ResizeObserver(redraw);
    observer.observe(element);
    import("./plot_marks.ts").then((marks) => {
      plot = marks;
      redraw();
    }).catch(reportError);
    return () => observer.disconnect();
  }, [draw]);
  return <div ref={room} class="drawing" role="img" aria-label={label} />;
}
