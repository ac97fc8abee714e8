import type { JSX } from "preact";
import type { CategoryColour } from "../fault_colours.ts";
import { FaultName } from "../fault_name.tsx";
import { useLanguage } from "../language.ts";
import { diagnosisTexts } from "../texts_diagnosis.ts";
import type { DiagnosedRow } from "./diagnosed_rows.ts";

const width = 72;

/** Diagnosed rows: the fault, how probable it is, the runner-up, what to know about the row. */
export function DiagnosedRowsTable(
  { rows, first, idName, colours }: {
    readonly rows: readonly DiagnosedRow[];
    /** The number of the first row, from 0 on. */
    readonly first: number;
    /** The name of the column that names the rows. */
    readonly idName: string;
    readonly colours: ReadonlyMap<string, CategoryColour>;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={diagnosisTexts.rows[language]}>
      <table class="table tight diagnosed">
        <thead>
          <tr>
            <th scope="col">{idName === "row" ? diagnosisTexts.row[language] : idName}</th>
            <th scope="col">{diagnosisTexts.fault[language]}</th>
            <th scope="col" class="right">{diagnosisTexts.probability[language]}</th>
            <th class="not-narrow" aria-hidden="true" />
            <th scope="col">{diagnosisTexts.runnerUp[language]}</th>
            <th scope="col" class="warnings not-narrow">{diagnosisTexts.warnings[language]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => <Row key={first + index} row={row} colours={colours} />)}
        </tbody>
      </table>
    </div>
  );
}

function Row(
  { row: { name, fault, confidence, runnerUp, runnerUpProbability, warnings }, colours }: {
    readonly row: DiagnosedRow;
    readonly colours: ReadonlyMap<string, CategoryColour>;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <tr>
      <td class="mono">{name}</td>
      <td>
        {fault === ""
          ? <span class="hole">{diagnosisTexts.notRead[language]}</span>
          : <FaultName name={fault} colour={colours.get(fault)} />}
        {warnings !== "" && <p class="warn narrow-only">{warnings}</p>}
      </td>
      <td class="right">{probabilityWords(confidence)}</td>
      <td class="not-narrow">
        {confidence !== undefined && (
          <svg class="meter" viewBox={`0 0 ${width} 8`} aria-hidden="true">
            <rect class="ground" width={width} height={8} />
            <rect class="mark" width={width * confidence} height={8} />
          </svg>
        )}
      </td>
      <td class="dim">{runnerUp} {probabilityWords(runnerUpProbability)}</td>
      <td class="wrap not-narrow">
        {warnings === ""
          ? <span class="faint">{diagnosisTexts.none[language]}</span>
          : <span class="warn">{warnings}</span>}
      </td>
    </tr>
  );
}

function probabilityWords(probability: number | undefined): string {
  return probability === undefined ? "" : probability.toFixed(2);
}
