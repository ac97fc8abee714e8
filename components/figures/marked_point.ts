import type { DrawnPoint } from "./drawable.ts";

const space = "http://www.w3.org/2000/svg";
const className = "marked-point";

/** Outlines the point that is looked at. */
export function markPoint(svg: Element, { x, y, box }: DrawnPoint): void {
  const mark = svg.ownerDocument.createElementNS(space, box ? "rect" : "circle");
  const place = box ?? { cx: x, cy: y, r: 5 };
  for (const [name, value] of Object.entries(place)) mark.setAttribute(name, String(value));
  mark.setAttribute("class", className);
  svg.append(mark);
}

/** Takes the outline away. */
export function unmarkPoint(svg: Element): void {
  for (const mark of svg.querySelectorAll(`.${className}`)) mark.remove();
}
