import type { ComponentChildren, JSX } from "preact";
import type { Text } from "@/pipeline/problem.ts";
import { useLanguage } from "../language.ts";

/** An entry of a legend: a name, and the class of its colour. */
export interface LegendEntry {
  readonly name: string;
  readonly colour: string;
  /** Whether it stands for a line, not for an area or dots. */
  readonly isLine?: boolean;
}

/** A figure with its title, what its axes show, its legend, and a line on what to see in it. */
export function FigureFrame(
  { title, axes, legend = [], caption, isWide = false, children }: {
    readonly title: Text;
    readonly axes: string;
    readonly legend?: readonly LegendEntry[];
    readonly caption: Text | undefined;
    /** Whether it takes a whole line among other figures. */
    readonly isWide?: boolean;
    readonly children: ComponentChildren;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <figure class={isWide ? "figure wide" : "figure"}>
      <figcaption>
        <b>{title[language]}</b>
        {axes !== "" && <span class="unit">{axes}</span>}
        {legend.length > 1 && (
          <span class="legend">
            {legend.map(({ name, colour, isLine = false }) => (
              <span key={name}>
                <svg class={colour} viewBox="0 0 8 8" aria-hidden="true">
                  {isLine ? <rect y={3} width={8} height={2} /> : <rect width={8} height={8} />}
                </svg>
                {name}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      {children}
      {caption && <p class="tiny dim figure-note">{caption[language]}</p>}
    </figure>
  );
}
