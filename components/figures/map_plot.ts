import type { Place } from "./map_lasso.ts";
import { backgroundGroups, type MapData, type MapGroup, type Shape } from "./map_groups.ts";
import type { DrawingRequest } from "./drawable.ts";
import { dressed, hairline, type Plot, plotFrame } from "./plot_frame.ts";

/** A drawing of a map, and where its points stand in it. */
export interface MapDrawing {
  readonly element: Element;
  readonly width: number;
  readonly height: number;
  readonly places: readonly Place[];
}

/** How far a point is drawn from its place. */
const radius = 2.25;

/** Whether distances along the axes tell anything: neighbour maps have no unit. */
export function hasUnits({ method }: MapData): boolean {
  return method === "pca";
}

/** How high a map of that width is. */
export function mapHeight(width: number): number {
  return Math.max(260, Math.min(520, Math.round(width * 0.62)));
}

/**
 * Draws the groups, each as one path, so that ten thousand points are no more to the browser than one. Points that
 * are not chosen step back where some are.
 */
export function drawMap(
  plot: Plot,
  figure: MapData,
  groups: readonly MapGroup[],
  chosen: ReadonlySet<number>,
  request: Pick<DrawingRequest, "width" | "document">,
): MapDrawing {
  const { x, y, points, background } = figure;
  const { width, document: page = document } = request;
  const height = mapHeight(width);
  const options = plotFrame(request, { x, y });
  const axis = hasUnits(figure) ? {} : { axis: null, grid: false };
  const margins = hasUnits(figure)
    ? {}
    : { marginLeft: 8, marginBottom: 8, marginTop: 8, marginRight: 8 };
  const places: Place[] = [];
  const element = plot.plot({
    ...options,
    ...margins,
    height,
    x: { ...options.x, grid: hairline, ...axis, domain: spanOf(points.x, background?.x) },
    y: { ...options.y, ...axis, domain: spanOf(points.y, background?.y) },
    marks: [
      (_index, { x: across, y: up }) => {
        const behind = Array.from(background?.x ?? [], (value, point): Place => ({
          x: Number(across?.(value)),
          y: Number(up?.(background?.y[point])),
        }));
        return backgroundPaths(figure, behind, page);
      },
      (_index, scales) => {
        const { x: across, y: up } = scales;
        for (const [point, value] of points.x.entries()) {
          places.push({ x: Number(across?.(value)), y: Number(up?.(points.y[point])) });
        }
        return pathsOf(groups, places, chosen, page);
      },
    ],
  });
  return { element: dressed(element), width, height, places };
}

function pathsOf(
  groups: readonly MapGroup[],
  places: readonly Place[],
  chosen: ReadonlySet<number>,
  page: Document,
): SVGElement {
  const layer = page.createElementNS("http://www.w3.org/2000/svg", "g");
  layer.setAttribute("class", "map-points");
  const parts = chosen.size === 0
    ? groups.map((group) => ({ group, points: group.points, isFaint: false }))
    : [true, false].flatMap((isFaint) =>
      groups.map((group) => ({
        group,
        points: group.points.filter((point) => chosen.has(point) !== isFaint),
        isFaint,
      }))
    );
  for (const { group, points, isFaint } of parts) {
    if (points.length === 0) continue;
    const path = page.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", points.map((point) => shapePath(group.shape, places[point])).join(""));
    path.setAttribute("fill", "none");
    path.setAttribute("stroke", group.ink);
    path.setAttribute("stroke-width", String(group.shape === "dot" ? 2 * radius : 1.25));
    path.setAttribute("stroke-linecap", "round");
    path.setAttribute("stroke-opacity", isFaint ? "0.22" : "0.85");
    layer.append(path);
  }
  return layer;
}

/** Points that stand back, those of each category as one path. */
function backgroundPaths(figure: MapData, places: readonly Place[], page: Document): SVGElement {
  const layer = page.createElementNS("http://www.w3.org/2000/svg", "g");
  layer.setAttribute("class", "map-background");
  for (const { ink, points } of backgroundGroups(figure)) {
    const path = page.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", points.map((point) => shapePath("dot", places[point])).join(""));
    path.setAttribute("fill", "none");
    path.setAttribute("stroke", ink);
    path.setAttribute("stroke-width", String(2.4 * radius));
    path.setAttribute("stroke-linecap", "round");
    path.setAttribute("stroke-opacity", "0.2");
    layer.append(path);
  }
  return layer;
}

function shapePath(shape: Shape, place: Place | undefined): string {
  if (place === undefined) return "";
  const x = place.x.toFixed(1), y = place.y.toFixed(1);
  switch (shape) {
    case "dot":
      return `M${x} ${y}h0`;
    case "cross":
      return `M${x} ${y}m-2.5-2.5l5 5m0-5l-5 5`;
    case "plus":
      return `M${x} ${y}m-3 0h6m-3-3v6`;
  }
}

/** From the least to the greatest value, with a little room. */
function spanOf(values: readonly number[], others: readonly number[] = []): [number, number] {
  let low = Infinity, high = -Infinity;
  for (const value of [...values, ...others]) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (!(low < high)) return [low - 1, low + 1];
  const room = 0.03 * (high - low);
  return [low - room, high + room];
}
