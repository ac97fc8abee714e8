import type { ComponentChildren, JSX } from "preact";
import type { Text } from "@/pipeline/problem.ts";
import { useLanguage } from "../language.ts";
import type { LegendEntry } from "./drawable.ts";
import { plainText } from "./shown_names.ts";

/** More entries than these would hide the drawing. */
const shownEntries = 12;

/** A figure with its title, what its axes show, its legend, and a line on what to see in it. */
export function FigureFrame(
  { title, axes, legend = [], caption, isWide = false, actions, children }: {
    readonly title: Text;
    readonly axes: string;
    readonly legend?: readonly LegendEntry[];
    readonly caption: Text | undefined;
    /** Whether it takes a whole line among other figures. */
    readonly isWide?: boolean;
    /** What can be done with it, at the end of the first line. */
    readonly actions?: ComponentChildren;
    readonly children: ComponentChildren;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <figure class={isWide ? "figure wide" : "figure"}>
      <div class="figure-head">
        <figcaption>
          <b>{plainText(title[language])}</b>
          {axes !== "" && <span class="unit">{axes}</span>}
          {legend.length > 1 && (
            <span class="legend">
              {legend.slice(0, shownEntries).map((entry) => (
                <LegendItem key={entry.name} {...entry} />
              ))}
              {legend.length > shownEntries && <span>+ {legend.length - shownEntries}</span>}
            </span>
          )}
        </figcaption>
        {actions}
      </div>
      {children}
      {caption && <p class="tiny dim figure-note">{caption[language]}</p>}
    </figure>
  );
}

function LegendItem({ name, colour, fill, isLine = false }: LegendEntry): JSX.Element {
  return (
    <span>
      <svg class={colour} viewBox="0 0 8 8" aria-hidden="true">
        {isLine
          ? <LineSign isDashed={colour === "reference-ink"} fill={fill} />
          : <rect width={8} height={8} fill={fill} />}
      </svg>
      {name}
    </span>
  );
}

function LineSign(
  { isDashed, fill }: { readonly isDashed: boolean; readonly fill: string | undefined },
): JSX.Element {
  if (!isDashed) return <rect y={3} width={8} height={2} fill={fill} />;
  return (
    <>
      <rect y={3} width={3} height={2} />
      <rect x={5} y={3} width={3} height={2} />
    </>
  );
}
