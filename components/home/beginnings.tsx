import type { ComponentChildren, JSX } from "preact";
import { useLanguage } from "../language.ts";
import { homeTexts } from "../texts_home.ts";
import { SampleTable } from "./sample_table.tsx";

/** What stands on the first page while there is nothing: the ways to begin, and how a table should look. */
export function Beginnings(
  { isBusy, onDemo, trainButton, children }: {
    readonly isBusy: boolean;
    readonly onDemo: () => void;
    readonly trainButton: JSX.Element;
    /** Stands below the ways. */
    readonly children: ComponentChildren;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <>
      <div class="page-head">
        <div>
          <h1>{homeTexts.nothingYet[language]}</h1>
          <p class="dim">{homeTexts.waysToBegin[language]}</p>
        </div>
      </div>
      <ul class="beginnings">
        <li>
          <h2>{homeTexts.seeItWork[language]}</h2>
          <p>{homeTexts.seeItWorkWhat[language]}</p>
          <button type="button" class="button primary" disabled={isBusy} onClick={onDemo}>
            {homeTexts.runDemo[language]}
          </button>
        </li>
        <li>
          <h2>{homeTexts.trainOnIncidents[language]}</h2>
          <p>{homeTexts.trainOnIncidentsWhat[language]}</p>
          {trainButton}
        </li>
        <li>
          <h2>{homeTexts.diagnoseRows[language]}</h2>
          <p>{homeTexts.diagnoseRowsWhat[language]}</p>
          <p class="needs small" id="needs-model">{homeTexts.needsModel[language]}</p>
          <button type="button" class="button" disabled aria-describedby="needs-model">
            {homeTexts.diagnoseCsv[language]}
          </button>
        </li>
      </ul>
      {children}
      <section class="section" aria-labelledby="sample">
        <h2 id="sample">{homeTexts.tableLooks[language]}</h2>
        <SampleTable />
        <p class="small dim">{homeTexts.tableRules[language]}</p>
      </section>
    </>
  );
}
