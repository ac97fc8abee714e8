import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import { CatalogueContext, useFaultName } from "../fault_catalogue.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { MarkdownText } from "../markdown_text.tsx";
import { possibleFaults } from "./set_words.ts";
import { diagnosisRowsTexts } from "../texts_diagnosis_rows.ts";

/** The description of more faults would bury the rest. */
const mostFaults = 3;

/** What the catalogue says of the faults a row may have: what they are, and what helps. */
export function AboutFault({ answer }: { answer: RowAnswer }): JSX.Element | null {
  const possible = answer.verdict === "several" ? possibleFaults(answer) : [answer.diagnosis];
  return (
    <>
      {possible.slice(0, mostFaults).map((fault) => <OneFault key={fault} fault={fault} />)}
    </>
  );
}

function OneFault({ fault }: { fault: string }): JSX.Element | null {
  const language = useLanguage();
  const nameFault = useFaultName();
  const { catalogue } = useContext(CatalogueContext);
  const entry = catalogue.find((each) => each.fault === fault);
  const other = ({ en: "zh", zh: "en" })[language] === "zh" ? "zh" : "en";
  const said = (text: { en: string; zh: string }): string => text[language] || text[other];
  const description = entry === undefined ? "" : said(entry.description);
  const remedies = entry?.remedies.map(said).filter((text) => text !== "") ?? [];
  if (description === "" && remedies.length === 0) return null;
  return (
    <div class="about-fault">
      <h4 class="sub-head">
        {diagnosisRowsTexts.about(cutName(nameFault(fault).name, 60))[language]}
      </h4>
      {description !== "" && <MarkdownText text={{ en: description, zh: description }} />}
      {remedies.length > 0 && (
        <>
          <h4 class="sub-head">{diagnosisRowsTexts.remedies[language]}</h4>
          <ul class="remedies">
            {remedies.map((text, index) => <li key={index}>{text}</li>)}
          </ul>
        </>
      )}
    </div>
  );
}
