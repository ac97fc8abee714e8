import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { DiagnosisAnswer } from "@/web/api_schema.ts";
import { faultColours } from "../fault_colours.ts";
import { FaultName } from "../fault_name.tsx";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import type { CellView } from "../table/cell_view.ts";
import { DataTable } from "../table/data_table.tsx";
import { diagnosisSource } from "../table/table_source.ts";
import { diagnosisTexts } from "../texts_diagnosis.ts";

/** The columns of a result that name a fault. */
const faultColumns: ReadonlySet<string> = new Set(["diagnosis", "runner_up"]);

/** The rows of a diagnosis: to sort, filter, search and copy. */
export function DiagnosisRows({ diagnosis }: { diagnosis: DiagnosisAnswer }): JSX.Element {
  const language = useLanguage();
  const { id, counts, rows } = diagnosis;
  const source = useMemo(() => diagnosisSource(id), [id]);
  const colours = faultColours(counts.map(({ fault }) => fault));
  const view: CellView = (column, value) =>
    faultColumns.has(column) && typeof value === "string" && value !== ""
      ? <FaultName name={value} colour={colours.get(value)} />
      : undefined;
  return (
    <section class="section" aria-labelledby="rows">
      <div class="section-head">
        <h2 id="rows">
          {diagnosisTexts.rows[language]} <span class="count">{countWords(rows)}</span>
        </h2>
      </div>
      <DataTable label={diagnosisTexts.rows[language]} source={source} view={view} />
    </section>
  );
}
