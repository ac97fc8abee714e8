import type { JSX } from "preact";
import type { Figure } from "@/pipeline/cells/figure.ts";
import { useLanguage } from "../language.ts";
import { shortNumberWords } from "../number_words.ts";
import { figureTexts } from "../texts_figures.ts";
import { FigureFrame } from "./figure_frame.tsx";
import { shadeInk, shadesOf, type Swarm, swarmPlaces } from "./swarm_places.ts";

type Beeswarm = Extract<Figure, { type: "beeswarm" }>;

const width = 1000;
const height = 28;

/**
 * Swarms of dots as a table: a name, the dots along the axis, a pile where they crowd, and in words how far
 * they reach. The pictures stretch with the table; dots are ends of lines that do not scale, so they stay round.
 */
export function BeeswarmFigure({ figure }: { figure: Beeswarm }): JSX.Element {
  const language = useLanguage();
  const { swarms, title, caption, x } = figure;
  const all = swarms.flatMap((swarm) => swarm.x);
  const low = all.reduce((least, value) => Math.min(least, value), 0);
  const high = all.reduce((most, value) => Math.max(most, value), 0);
  const place = (at: number): number =>
    high === low ? width / 2 : width * (at - low) / (high - low);
  const hasHoles = swarms.some(({ shade }) => shade.includes(null));
  return (
    <FigureFrame
      title={title}
      axes={x.label[language]}
      caption={caption}
      isWide
      legend={[
        { name: figureTexts.lowValue[language], colour: "low-ink" },
        { name: figureTexts.highValue[language], colour: "high-ink" },
        ...(hasHoles ? [{ name: figureTexts.missingValue[language], colour: "c0" }] : []),
      ]}
    >
      <table class="bars swarms">
        <tbody>
          {swarms.map((swarm) => (
            <tr key={swarm.name}>
              <th scope="row" title={swarm.name}>{swarm.name}</th>
              <td class="bar">
                <svg
                  viewBox={`0 0 ${width} ${height}`}
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  <line class="zero-line" x1={place(0)} x2={place(0)} y1={0} y2={height} />
                  <SwarmDots swarm={swarm} place={place} />
                </svg>
              </td>
              <td class="right">
                {figureTexts.fromTo(...reach(swarm))[language]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </FigureFrame>
  );
}

/** One path for all dots of a shade. */
function SwarmDots(
  { swarm, place }: { readonly swarm: Swarm; readonly place: (at: number) => number },
): JSX.Element {
  const places = swarmPlaces(swarm.x.map(place), height);
  return (
    <>
      {[...shadesOf(swarm)].map(([shade, dots]) => (
        <path
          key={shade}
          class="dots"
          stroke={shadeInk(shade)}
          d={dots.map((dot) => `M${places[dot]!.x.toFixed(1)} ${places[dot]!.y.toFixed(1)}h0`)
            .join("")}
        />
      ))}
    </>
  );
}

/** The least and the greatest place of a swarm, in two digits. */
function reach({ x: [first = 0, ...others] }: Swarm): [string, string] {
  let low = first, high = first;
  for (const value of others) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const words = (value: number): string => shortNumberWords(Number(value.toPrecision(2)));
  return [words(low), words(high)];
}
