import type { JSX } from "preact";
import type { ModelAnswer } from "@/web/api_schema.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { scoreWords } from "../number_words.ts";
import { startTexts } from "../texts_diagnose_start.ts";
import { fileTexts } from "../texts_files.ts";
import { homeTexts } from "../texts_home.ts";

/** A pipeline that can diagnose, and the newest model that it has trained. */
export interface StartPipeline {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** Its id; null where there is none yet. */
  readonly model: string | null;
}

/** What shall diagnose: a model, or a pipeline, by its newest model or by one that is trained first. */
export type StartSource =
  | { readonly kind: "model"; readonly id: string }
  | { readonly kind: "pipeline"; readonly id: string };

/** Choose a model or a pipeline. */
export function StartSourceField(
  { models, pipelines, chosen, isDisabled, onChange }: {
    /** Newest first. */
    readonly models: readonly ModelAnswer[];
    readonly pipelines: readonly StartPipeline[];
    readonly chosen: StartSource | undefined;
    readonly isDisabled: boolean;
    readonly onChange: (source: StartSource) => void;
  },
): JSX.Element {
  const language = useLanguage();
  if (models.length === 0 && pipelines.length === 0) {
    return (
      <p class="note">
        {fileTexts.noModels[language]} <a href="/">{fileTexts.toFirstPage[language]}</a>
      </p>
    );
  }
  const value = chosen && `${chosen.kind} ${chosen.id}`;
  const option = (kind: StartSource["kind"], id: string, words: string): JSX.Element => (
    <option key={id} value={`${kind} ${id}`} selected={value === `${kind} ${id}`}>{words}</option>
  );
  return (
    <label class="field">
      <span class="label">{startTexts.source[language]}</span>
      <select
        class="select"
        value={value}
        disabled={isDisabled}
        onChange={({ currentTarget }) => {
          const [kind, id = ""] = currentTarget.value.split(" ");
          onChange({ kind: kind === "pipeline" ? kind : "model", id });
        }}
      >
        {models.length > 0 && (
          <optgroup label={startTexts.models[language]}>
            {models.map(({ id, name, version, macroF1 }) =>
              option(
                "model",
                id,
                fileTexts.modelOption(
                  cutName(name, 100),
                  version,
                  macroF1 === null ? "–" : scoreWords(macroF1),
                )[language],
              )
            )}
          </optgroup>
        )}
        {pipelines.length > 0 && (
          <optgroup label={startTexts.pipelines[language]}>
            {pipelines.map(({ id, name, version }) =>
              option("pipeline", id, homeTexts.versionOf(cutName(name, 100), version)[language])
            )}
          </optgroup>
        )}
      </select>
    </label>
  );
}
