import { axisOf, type Figure, type FigureOf } from "@/pipeline/cells/figure.ts";
import type { Text } from "@/pipeline/problem.ts";

/** The figures of one cell in one run. */
export interface RunFigures {
  readonly letter: string;
  readonly figures: readonly Figure[];
}

/** A letter as the name of a line, the same in both languages. */
function letterName(letter: string): Text {
  return { en: letter, zh: letter };
}

/** The F1 of each class in every run, side by side; undefined where no run has any. */
export function classScores(
  runs: readonly RunFigures[],
  title: Text,
): FigureOf<"scores"> | undefined {
  const found = runs.flatMap(({ letter, figures }) => {
    const figure = figures.find((each) => each.type === "scores");
    return figure === undefined ? [] : [{ letter, figure }];
  });
  const [first] = found;
  if (first === undefined) return undefined;
  const nameOf = (name: Text | string): string => typeof name === "string" ? name : name.en;
  const names = [
    ...new Set(found.flatMap(({ figure }) => figure.rows.map((row) => nameOf(row.name)))),
  ];
  return {
    type: "scores",
    title,
    value: axisOf({ en: "F1", zh: "F1" }),
    measures: found.map(({ letter }) => letterName(letter)),
    rows: names.map((name) => ({
      name,
      scores: found.map(({ figure }) => {
        const row = figure.rows.find((each) => nameOf(each.name) === name);
        const place = figure.measures.findIndex(({ en }) => en === "F1");
        return row?.scores[place] ?? { value: null };
      }),
    })),
  };
}

/** Lines that several runs have in common, drawn over one another. */
export interface CommonCurves {
  readonly title: Text;
  /** The names of the lines to choose from. */
  readonly series: readonly Text[];
  /** The lines of one name, one a run. */
  draw(series: number): FigureOf<"lines">;
}

/** The curves that at least two runs have, by their titles. */
export function commonCurves(runs: readonly RunFigures[]): CommonCurves[] {
  const lines = runs.flatMap(({ letter, figures }) =>
    figures.flatMap((figure) => figure.type === "lines" ? [{ letter, figure }] : [])
  );
  const byTitle = Map.groupBy(lines, ({ figure }) => figure.title.en);
  return [...byTitle.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length < 2) return [];
    const { title, x, y } = first.figure;
    const all = same.flatMap(({ figure }) =>
      figure.series.filter(({ isReference }) => !isReference)
    );
    const series = [...new Map(all.map(({ name }) => [name.en, name])).values()]
      .filter(({ en }) =>
        same.filter(({ figure }) => figure.series.some(({ name }) => name.en === en)).length > 1
      );
    if (series.length === 0) return [];
    return [{
      title,
      series,
      draw: (chosen: number): FigureOf<"lines"> => {
        const wanted = series[chosen] ?? series[0];
        const references = first.figure.series.filter(({ isReference }) => isReference);
        return {
          type: "lines",
          title: series.length === 1 ? title : {
            en: `${title.en}: ${wanted?.en}`,
            zh: `${title.zh}：${wanted?.zh}`,
          },
          x,
          y,
          series: [
            ...same.flatMap(({ letter, figure }) =>
              figure.series.filter(({ name }) => name.en === wanted?.en)
                .map((line) => ({ ...line, name: letterName(letter) }))
            ),
            ...references,
          ],
        };
      },
    }];
  });
}

/** How the shares of a confusion matrix moved from one run to another. */
export interface ConfusionChange {
  readonly classes: readonly string[];
  /** Rows are the truth; how many hundredths of its rows more are diagnosed so. */
  readonly points: readonly (readonly number[])[];
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
}

/** What changed among the classes that both runs know; undefined where they share none. */
export function confusionChange(
  before: readonly Figure[],
  after: readonly Figure[],
): ConfusionChange | undefined {
  const [from, to] = [before, after].map((figures) =>
    figures.find((figure) => figure.type === "confusion")
  );
  if (from === undefined || to === undefined) return undefined;
  const classes = from.classes.filter((name) => to.classes.includes(name));
  if (classes.length === 0) return undefined;
  const countsOf = ({ classes: own, counts }: FigureOf<"confusion">): number[][] =>
    classes.map((truth) =>
      classes.map((diagnosis) => counts[own.indexOf(truth)]?.[own.indexOf(diagnosis)] ?? 0)
    );
  const [first, second] = [countsOf(from), countsOf(to)];
  const share = (row: readonly number[] | undefined, column: number): number => {
    const all = row?.reduce((sum, count) => sum + count, 0) ?? 0;
    return all === 0 ? 0 : (row?.[column] ?? 0) / all;
  };
  return {
    classes,
    before: first,
    after: second,
    points: classes.map((_, truth) =>
      classes.map((_, diagnosis) =>
        100 * (share(second[truth], diagnosis) - share(first[truth], diagnosis))
      )
    ),
  };
}
