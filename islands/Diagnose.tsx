import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { DiagnosisList } from "@/components/diagnosis/diagnosis_list.tsx";
import { StartForm } from "@/components/diagnosis/start_form.tsx";
import type { StartPipeline } from "@/components/diagnosis/start_source.tsx";
import { BringModel } from "@/components/faults/bring_model.tsx";
import { LanguageContext } from "@/components/language.ts";
import { useSlashKey } from "@/components/lists/list_keys.ts";
import { diagnosisTexts } from "@/components/texts_diagnosis.ts";
import type { Language } from "@/web/language.ts";
import { type Lists, useLiveLists } from "./live_lists.ts";

const inSight = 50;

/** The way to another diagnosis, and all there are. */
export default function Diagnose(
  { wanted, all, pipelines, language, ...given }:
    & Pick<Lists, "models" | "datasets" | "diagnoses">
    & {
      readonly pipelines: readonly StartPipeline[];
      /** The id of the model that the address names: whoever comes so wants to diagnose at once. */
      readonly wanted: string | null;
      /** The name of the list that the address asks for as a whole. */
      readonly all: string | null;
      readonly language: Language;
    },
): JSX.Element {
  const { lists: { models, datasets, diagnoses }, renew } = useLiveLists(given, [
    "models",
    "datasets",
    "diagnoses",
  ]);
  useSlashKey();
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return (
    <LanguageContext.Provider value={language}>
      <main class="page" id="main">
        <div class="page-head">
          <div>
            <h1>{diagnosisTexts.diagnose[language]}</h1>
            <p class="dim">{diagnosisTexts.diagnoseWhat[language]}</p>
          </div>
          <BringModel isBusy={!isAlive} />
        </div>
        <StartForm
          models={models}
          pipelines={pipelines}
          datasets={datasets}
          wanted={wanted}
          isAlive={isAlive}
        />
        <DiagnosisList
          entries={diagnoses}
          models={models}
          inSight={inSight}
          isWhole={all === "diagnoses"}
          isBusy={!isAlive}
          onChanged={() => renew("diagnoses")}
        />
      </main>
    </LanguageContext.Provider>
  );
}
