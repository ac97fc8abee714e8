import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { importApi } from "@/islands/import/import_api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { DatasetAnswer } from "@/web/api_schema.ts";
import { importSettingsSchema } from "@/web/import_schema.ts";
import { useDroppedFiles } from "../dropped_files.ts";
import { FileButton } from "../file_button.tsx";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { countWords } from "../number_words.ts";
import { ProblemText } from "../problem_text.tsx";
import { pipelineTexts } from "../texts_pipelines.ts";

/** What came of a file that was chosen here. */
type Bringing =
  | { readonly kind: "none" }
  | { readonly kind: "importing" }
  | { readonly kind: "failed"; readonly problem: Problem; readonly upload: string | undefined };

/** One of the datasets, or a file that becomes one. */
export function DatasetField(
  { datasets, chosen, isDisabled, onChange }: {
    /** Newest first. */
    readonly datasets: readonly DatasetAnswer[];
    readonly chosen: string | undefined;
    readonly isDisabled: boolean;
    readonly onChange: (dataset: string) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const [bringing, setBringing] = useState<Bringing>({ kind: "none" });
  const [brought, setBrought] = useState<readonly DatasetAnswer[]>([]);
  const known = new Set(datasets.map(({ id }) => id));
  const all = [...brought.filter(({ id }) => !known.has(id)), ...datasets];
  const isImporting = bringing.kind === "importing";
  const bring = async (file: File): Promise<void> => {
    setBringing({ kind: "importing" });
    let upload: string | undefined;
    try {
      const { showUpload } = await import("../import/show_upload.tsx");
      upload = (await showUpload(file, language))?.id;
      if (upload !== undefined) {
        const dataset = await importApi.import(upload, importSettingsSchema.parse({}));
        setBrought((others) => [dataset, ...others]);
        onChange(dataset.id);
      }
      setBringing({ kind: "none" });
    } catch (error) {
      setBringing({ kind: "failed", problem: problemOf(error), upload });
    }
  };
  useDroppedFiles(isDisabled || isImporting ? undefined : (file) => void bring(file));
  return (
    <div class="field">
      <span class="label" id="dataset-label">{pipelineTexts.dataset[language]}</span>
      {all.length === 0 && <p class="small dim">{pipelineTexts.noDatasets[language]}</p>}
      <div class="dataset-choice">
        {all.length > 0 && (
          <select
            class="select"
            aria-labelledby="dataset-label"
            value={chosen ?? ""}
            disabled={isDisabled || isImporting}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          >
            {chosen === undefined && (
              <option value="" selected disabled>{pipelineTexts.choose[language]}</option>
            )}
            {all.map(({ id, name, rows, columns }) => (
              <option key={id} value={id} selected={id === chosen}>
                {`${cutName(name, 60)} (${countWords(rows)} × ${countWords(columns.length)})`}
              </option>
            ))}
          </select>
        )}
        <FileButton
          label={pipelineTexts.otherFile[language]}
          isDisabled={isDisabled || isImporting}
          onFile={(file) => void bring(file)}
        />
      </div>
      {isImporting && <p class="faint small" role="status">{pipelineTexts.importing[language]}</p>}
      {bringing.kind === "failed" && (
        <>
          <ProblemText problem={bringing.problem} language={language} />
          {bringing.upload !== undefined && (
            <a href={`/import/${bringing.upload}`}>{pipelineTexts.lookAtImport[language]}</a>
          )}
        </>
      )}
    </div>
  );
}
