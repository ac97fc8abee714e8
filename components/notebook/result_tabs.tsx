import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { api } from "@/islands/api.ts";
import type { CellResult } from "@/pipeline/cells/cell_kind.ts";
import { FigureView } from "../figures/figure_view.tsx";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { PagedTable } from "../paged_table.tsx";
import { Tabs } from "../tabs.tsx";
import { notebookTexts } from "../texts_notebook.ts";
import { useNotebook } from "./context.ts";

/** The figures of a result and its tables, one at a time. */
export function ResultTabs(
  { id, result, resultKey }: {
    readonly id: string;
    readonly result: CellResult;
    readonly resultKey: string;
  },
): JSX.Element | null {
  const language = useLanguage();
  const open = useNotebook();
  const { figures, tables } = result;
  const tabs = [
    ...(figures.length > 0 ? [{ name: "figures", label: notebookTexts.figures[language] }] : []),
    ...tables.map(({ name, title, rows }) => ({
      name: `table ${name}`,
      label: `${title[language]} ${countWords(rows)}`,
    })),
  ];
  const [wanted, setWanted] = useState(tabs[0]?.name);
  const chosen = tabs.find(({ name }) => name === wanted)?.name ?? tabs[0]?.name;
  if (chosen === undefined) return null;
  const number = tables.findIndex(({ name }) => `table ${name}` === chosen);
  return (
    <Tabs
      id={`${id}-results`}
      label={notebookTexts.results[language]}
      tabs={tabs}
      chosen={chosen}
      onChoose={setWanted}
    >
      {number < 0
        ? (
          <div class={figures.length > 1 ? "figures" : "figures one"}>
            {figures.map((figure, index) => (
              <FigureView key={`${index} ${figure.type}`} figure={figure} />
            ))}
          </div>
        )
        : (
          <PagedTable
            key={`${resultKey} ${chosen}`}
            label={tables[number]?.title[language] ?? ""}
            load={(offset, limit) => api.cellTable(open.id, id, number, offset, limit)}
          />
        )}
    </Tabs>
  );
}
