import type { Text } from "../problem.ts";
import type { CellContext, CellInputs, CellOutput } from "./cell_kind.ts";
import type { ChartParams } from "./chart.ts";
import { barChart } from "./chart_bars.ts";
import { boxChart } from "./chart_boxes.ts";
import { ChartColumns } from "./chart_columns.ts";
import { heatChart } from "./chart_heat.ts";
import { type ChartRequest, type Drawing, facetOf, titleIn } from "./chart_parts.ts";
import { dotChart, lineChart } from "./chart_points.ts";
import { areaChart, histogramChart } from "./chart_spread.ts";
import type { Figure } from "./figure.ts";
import { readStored } from "./stored_table.ts";
import { tableInput } from "./table_input.ts";

/** See {@linkcode chart}. */
export async function runChart(
  inputs: CellInputs,
  params: ChartParams,
  context: CellContext,
): Promise<CellOutput> {
  const table = tableInput(inputs, "table");
  const frame = await readStored(table.file, table.columns, context);
  context.progress(0.5);
  const columns = new ChartColumns(frame, table.columns, (notice) => context.notice(notice));
  const facet = facetOf(columns, params.facet);
  const request: ChartRequest = { columns, params, seed: context.seed, facet };
  const { figure, summary: whole } = drawings[params.mark](request);
  const summary = titleIn(request, whole);
  context.progress(1);
  return { summary, figures: [figure ?? emptyFigure(summary)], tables: [], values: {} };
}

/** Where no row has a value that is needed there is still a figure, which says so. */
function emptyFigure(title: Text): Figure {
  return {
    type: "plot",
    title,
    caption: {
      en: "No row has a value that can be drawn.",
      zh: "没有任何行具有可绘制的值。",
    },
    marks: [],
    scales: {},
    layout: {},
  };
}

const drawings: Readonly<Record<ChartParams["mark"], (request: ChartRequest) => Drawing>> = {
  dot: dotChart,
  line: lineChart,
  area: areaChart,
  bar: barChart,
  histogram: histogramChart,
  box: boxChart,
  heat: heatChart,
};
