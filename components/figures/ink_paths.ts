/** Something to draw in a colour. */
export interface Inked {
  /** A colour as SVG attributes name it. */
  readonly fill: string;
  readonly opacity?: number;
}

/**
 * One path for all things of a colour, each with the part of a path that `partOf` gives: thousands of elements would
 * be slow. With a stroke, parts are lines with round ends, of which one without length is a dot.
 */
export function inkPaths<Item extends Inked>(
  document: Document,
  items: readonly Item[],
  partOf: (item: Item) => string,
  stroke?: number,
): SVGElement {
  const parts = new Map<string, { fill: string; opacity: number; path: string[] }>();
  for (const item of items) {
    const { fill, opacity = 1 } = item;
    const key = `${fill} ${opacity}`;
    const found = parts.get(key);
    if (found) found.path.push(partOf(item));
    else parts.set(key, { fill, opacity, path: [partOf(item)] });
  }
  const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
  for (const { fill, opacity, path } of parts.values()) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", "path");
    element.setAttribute("d", path.join(""));
    const ink = stroke === undefined ? "fill" : "stroke";
    element.setAttribute(ink, fill);
    if (opacity < 1) element.setAttribute(`${ink}-opacity`, String(opacity));
    if (stroke !== undefined) {
      element.setAttribute("fill", "none");
      element.setAttribute("stroke-width", String(stroke));
      element.setAttribute("stroke-linecap", "round");
    }
    group.append(element);
  }
  return group;
}
