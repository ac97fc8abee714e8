import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLanguage } from "../language.ts";
import { mapTexts } from "../texts_map.ts";
import type { MapData } from "./map_groups.ts";
import { nearestPoint, type Place, pointsInside, rectangle } from "./map_lasso.ts";
import type { MapDrawing } from "./map_plot.ts";
import { MapTip } from "./map_tip.tsx";

/** How near the pointer must come to a point, and how far the keys move the cross, in pixels. */
const reach = 12;
const stride = 16;

/** A shorter line around rows is a click. */
const clickLength = 4;

interface MapOverlayProps {
  readonly figure: MapData;
  readonly drawing: MapDrawing;
  readonly isShown: (point: number) => boolean;
  readonly onChoose: (points: readonly number[], isAdded: boolean) => void;
  readonly onClear: () => void;
}

/** What lies over a map: the line that is drawn around rows, the cross that keys move, the point under either. */
export function MapOverlay(
  { figure, drawing, isShown, onChoose, onClear }: MapOverlayProps,
): JSX.Element {
  const language = useLanguage();
  const { places, width, height } = drawing;
  const [line, setLine] = useState<readonly Place[]>([]);
  const [point, setPoint] = useState<number>();
  const [cross, setCross] = useState<Place>();
  const [anchor, setAnchor] = useState<Place>();
  const [isByFinger, setByFinger] = useState(false);
  const isDrawing = useRef(false);
  useEffect(() => {
    // In a drawing of another size they would stand somewhere else.
    setCross(undefined);
    setAnchor(undefined);
    setPoint(undefined);
  }, [width]);
  const placeOf = (event: PointerEvent & { readonly currentTarget: SVGSVGElement }): Place => {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: (event.clientX - box.left) * width / box.width,
      y: (event.clientY - box.top) * height / box.height,
    };
  };
  const keys = useKeys({ cross, anchor, width, height }, {
    move: (to, from) => {
      setCross(to);
      setAnchor(from);
      setPoint(nearestPoint(places, to, stride, isShown));
    },
    choose: (isAdded) => {
      const inside = anchor === undefined || cross === undefined
        ? point === undefined ? [] : [point]
        : pointsInside(rectangle(anchor, cross), places);
      onChoose(inside, isAdded);
      setAnchor(undefined);
    },
    clear: () => {
      setAnchor(undefined);
      onClear();
    },
  });
  return (
    <>
      <svg
        class={isByFinger ? "map-overlay by-finger" : "map-overlay"}
        viewBox={`0 0 ${width} ${height}`}
        tabIndex={0}
        role="application"
        aria-label={mapTexts.help[language]}
        onKeyDown={keys}
        onBlur={() => {
          setCross(undefined);
          setAnchor(undefined);
          setPoint(undefined);
        }}
        onPointerDown={(event) => {
          if (event.button !== 0 || event.pointerType === "touch" && !isByFinger) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          isDrawing.current = true;
          setCross(undefined);
          setAnchor(undefined);
          setLine([placeOf(event)]);
        }}
        onPointerMove={(event) => {
          const place = placeOf(event);
          if (isDrawing.current) setLine((before) => [...before, place]);
          else setPoint(nearestPoint(places, place, reach, isShown));
        }}
        onPointerUp={(event) => {
          if (!isDrawing.current) return;
          isDrawing.current = false;
          setLine([]);
          const whole = [...line, placeOf(event)];
          if (lengthOf(whole) >= clickLength) onChoose(pointsInside(whole, places), event.shiftKey);
          else {
            const hit = nearestPoint(places, placeOf(event), reach, isShown);
            if (hit !== undefined) onChoose([hit], event.shiftKey);
            else onClear();
          }
        }}
        onPointerCancel={() => {
          isDrawing.current = false;
          setLine([]);
        }}
        onPointerLeave={() => setPoint(undefined)}
      >
        {line.length > 1 && <path class="lasso" d={`M${line.map(pathPlace).join("L")}Z`} />}
        {anchor && cross && (
          <path class="lasso" d={`M${rectangle(anchor, cross).map(pathPlace).join("L")}Z`} />
        )}
        {point !== undefined && places[point] && (
          <circle class="map-point" cx={places[point].x} cy={places[point].y} r={5} />
        )}
        {cross && (
          <path
            class="map-cross"
            d={`M${cross.x - 8} ${cross.y}h16M${cross.x} ${cross.y - 8}v16`}
          />
        )}
      </svg>
      {point !== undefined && line.length === 0 && (
        <MapTip figure={figure} drawing={drawing} point={point} />
      )}
      <button
        type="button"
        class="button quiet map-finger"
        aria-pressed={isByFinger}
        onClick={() => setByFinger(!isByFinger)}
      >
        {mapTexts.lasso[language]}
      </button>
    </>
  );
}

interface KeyState {
  readonly cross: Place | undefined;
  readonly anchor: Place | undefined;
  readonly width: number;
  readonly height: number;
}

interface KeyActions {
  readonly move: (to: Place, anchor: Place | undefined) => void;
  readonly choose: (isAdded: boolean) => void;
  readonly clear: () => void;
}

const directions: Readonly<Record<string, Place>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Arrows move a cross, with Shift they span a rectangle from where it was; Enter chooses, Escape clears. */
function useKeys(
  { cross, anchor, width, height }: KeyState,
  { move, choose, clear }: KeyActions,
): (event: KeyboardEvent) => void {
  return (event) => {
    const direction = directions[event.key];
    if (direction !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const from = cross ?? { x: width / 2, y: height / 2 };
      const to = {
        x: Math.min(width, Math.max(0, from.x + stride * direction.x)),
        y: Math.min(height, Math.max(0, from.y + stride * direction.y)),
      };
      move(to, event.shiftKey ? anchor ?? from : undefined);
    } else if (event.key === "Enter" && cross !== undefined) choose(event.shiftKey);
    else if (event.key === "Escape") clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function pathPlace({ x, y }: Place): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function lengthOf(line: readonly Place[]): number {
  return line.reduce((sum, place, index) => {
    const before = line[index - 1] ?? place;
    return sum + Math.hypot(place.x - before.x, place.y - before.y);
  }, 0);
}
