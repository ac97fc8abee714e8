import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { wholeCellWords } from "../cell_words.ts";
import { BodyPainter, type BodyPicture } from "./body_painter.ts";
import { placeOf } from "./place_of.ts";

/** The rows of the grid. */
export function GridBody(
  { picture, width, height }: {
    readonly picture: BodyPicture;
    readonly width: number;
    readonly height: number;
  },
): JSX.Element {
  const body = useRef<HTMLDivElement>(null);
  const painter = useRef<BodyPainter>(undefined);
  useLayoutEffect(() => {
    if (body.current === null) return;
    painter.current ??= new BodyPainter(body.current);
    painter.current.paint(picture);
  });
  useEffect(() => () => painter.current?.close(), []);
  const tell = (event: PointerEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest("[role=gridcell]") : null;
    const place = placeOf(cell);
    const column = picture.columns.find((each) => each.place === place?.column);
    if (!(cell instanceof HTMLElement) || place === undefined || column === undefined) return;
    const value = picture.cell(place.row, column.index);
    if (value !== undefined && value !== null) cell.title = wholeCellWords(value).slice(0, 2000);
  };
  return (
    <div
      ref={body}
      role="rowgroup"
      class="grid-body"
      style={{ width: `${width}px`, height: `${height}px` }}
      onPointerOver={tell}
    />
  );
}
