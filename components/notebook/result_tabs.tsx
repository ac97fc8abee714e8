import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import { FigureActionsContext } from "../figures/figure_actions.ts";
import type { TableFilter } from "@/pipeline/table/paging/table_page.ts";
import { FigureView } from "../figures/figure_view.tsx";
import { useLanguage } from "../language.ts";
import { later } from "../later.tsx";
import { countWords } from "../number_words.ts";
import { QueryActionContext } from "../table/query_action.ts";
import { cellTableSource } from "../table/table_source.ts";
import { Tabs } from "../tabs.tsx";
import { cellTexts } from "../texts_cell.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { useNotebook } from "./context.ts";
import { confusionAction, queryAction, rowActions } from "./row_actions.ts";

const DataTable = later(async () => (await import("../table/data_table.tsx")).DataTable);
const CellLog = later(async () => (await import("./cell_log.tsx")).CellLog);
const CellAsText = later(async () => (await import("./cell_as_text.tsx")).CellAsText);

const noFilter: readonly TableFilter[] = [];

/** What came of a cell, one at a time: its figures, each of its tables, its log, all of it as text. */
export function ResultTabs(
  { id, title, live, result }: {
    readonly id: string;
    readonly title: string;
    readonly live: LiveCell;
    readonly result: NonNullable<LiveCell["result"]>["result"];
  },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const { figures, tables } = result;
  const actions = useMemo(() => rowActions(open, id, result), [open, id, result]);
  const onCell = useMemo(() => confusionAction(open, id, result), [open, id, result]);
  const asked = open.shownTable.value;
  const wanted = open.tabs.of(`results ${id}`);
  const tabs = [
    ...(figures.length > 0 ? [{ name: "figures", label: notebookTexts.figures[language] }] : []),
    ...tables.map(({ name, title: label, rows }) => ({
      name: `table ${name}`,
      label: `${label[language]} ${countWords(rows)}`,
    })),
    { name: "log", label: cellTexts.log[language] },
    { name: "text", label: cellTexts.asText[language] },
  ];
  const chosen = tabs.find(({ name }) => name === wanted.value)?.name ?? tabs[0]?.name ?? "log";
  const number = tables.findIndex(({ name }) => `table ${name}` === chosen);
  return (
    <Tabs
      id={`${id}-results`}
      label={notebookTexts.results[language]}
      tabs={tabs}
      chosen={chosen}
      onChoose={(name) => wanted.value = name}
    >
      {chosen === "log" && <CellLog id={id} live={live} />}
      {chosen === "text" && <CellAsText id={id} title={title} live={live} />}
      {chosen === "figures" && (
        <FigureActionsContext.Provider value={actions}>
          <div class={figures.length > 1 ? "figures" : "figures one"}>
            {figures.map((figure, index) => (
              <FigureView key={`${index} ${figure.type}`} figure={figure} onCell={onCell} />
            ))}
          </div>
        </FigureActionsContext.Provider>
      )}
      {number >= 0 && (
        <QueryActionContext.Provider
          value={queryAction(open, id, result, tables[number]?.name ?? "")}
        >
          <DataTable
            key={`${live.resultKey} ${chosen}`}
            label={tables[number]?.title[language] ?? ""}
            source={cellTableSource(
              open.id,
              id,
              number,
              live.resultKey ?? "",
              () => open.known(id),
            )}
            filter={asked?.cell === id && `table ${asked.table}` === chosen
              ? asked.filter
              : noFilter}
          />
        </QueryActionContext.Provider>
      )}
    </Tabs>
  );
}
