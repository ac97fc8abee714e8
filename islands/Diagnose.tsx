import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { DiagnosisList } from "@/components/diagnosis/diagnosis_list.tsx";
import { offerFile, useDroppedFiles } from "@/components/dropped_files.ts";
import { DropZone } from "@/components/drop_zone.tsx";
import { FileDialog, type FileRequest } from "@/components/file_dialog.tsx";
import { LanguageContext } from "@/components/language.ts";
import { useSlashKey } from "@/components/lists/list_keys.ts";
import { diagnosisTexts } from "@/components/texts_diagnosis.ts";
import type { Language } from "@/web/language.ts";
import { type Lists, useLiveLists } from "./live_lists.ts";

const inSight = 50;

/** All diagnoses there are, and the way to another one. */
export default function Diagnose(
  { wanted, all, language, ...given }: Pick<Lists, "models" | "diagnoses"> & {
    /** The id of the model that the address names: whoever comes so wants to diagnose at once. */
    readonly wanted: string | null;
    /** The name of the list that the address asks for as a whole. */
    readonly all: string | null;
    readonly language: Language;
  },
): JSX.Element {
  const { lists: { models, diagnoses }, renew } = useLiveLists(given, ["models", "diagnoses"]);
  useSlashKey();
  const named = models.find(({ id }) => id === wanted);
  const [request, setRequest] = useState<FileRequest | undefined>(
    named && { model: named.id },
  );
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const take = (file: File): void => setRequest({ ...request, file });
  useDroppedFiles(take);
  return (
    <LanguageContext.Provider value={language}>
      <main class="page" id="main">
        <div class="page-head">
          <div>
            <h1>{diagnosisTexts.diagnose[language]}</h1>
            <p class="dim">{diagnosisTexts.diagnoseWhat[language]}</p>
          </div>
          <div class="buttons needs-script">
            <button
              type="button"
              class="button primary"
              disabled={!isAlive}
              onClick={() => setRequest({})}
            >
              {diagnosisTexts.diagnoseCsv[language]}
            </button>
          </div>
        </div>
        <DropZone
          text={diagnosisTexts.dropRows[language]}
          isDisabled={!isAlive}
          onFile={offerFile}
        />
        <DiagnosisList
          entries={diagnoses}
          inSight={inSight}
          isWhole={all === "diagnoses"}
          isBusy={!isAlive}
          onChanged={() => renew("diagnoses")}
        />
        {request && (
          <FileDialog
            request={request}
            models={models}
            onFile={take}
            onClose={() => setRequest(undefined)}
          />
        )}
      </main>
    </LanguageContext.Provider>
  );
}
