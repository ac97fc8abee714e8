import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { DatasetAnswer } from "@/web/api_schema.ts";
import { api, problemOf } from "@/islands/api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { bytesWords } from "../number_words.ts";
import { ProblemText } from "../problem_text.tsx";
import { fieldTexts } from "../texts_fields.ts";
import { UploadProgress } from "../upload_progress.tsx";
import { FieldFrame, type FieldProps } from "./field_frame.tsx";
import type { FieldSpec } from "./field_spec.ts";

/** A table file: that of a dataset, or another from the user's disk. */
export function FileField(
  { spec, id, value, onChange }: FieldProps<Extract<FieldSpec, { type: "file" }>>,
): JSX.Element {
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [known, setKnown] = useState<readonly DatasetAnswer[]>([]);
  const [fraction, setFraction] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const upload = useRef<AbortController | null>(null);
  const chosen = chosenFile(value);
  useEffect(() => {
    api.datasets().then(({ datasets }) => setKnown(datasets), () => setKnown([]));
    return () => upload.current?.abort();
  }, []);
  const send = async (file: File): Promise<void> => {
    const controller = new AbortController();
    upload.current = controller;
    setProblem(undefined);
    setFraction(0);
    try {
      const { uploadFile } = await import("@/islands/import/upload_file.ts");
      onChange(
        await uploadFile(file, { onProgress: setFraction, signal: controller.signal }),
      );
    } catch (error) {
      if (!controller.signal.aborted) setProblem(problemOf(error));
    } finally {
      setFraction(undefined);
    }
  };
  const others = known.filter(({ file }) => file.content.sha256 !== chosen?.sha256);
  return (
    <FieldFrame
      spec={spec}
      id={id}
      isGroup
      was={undefined}
      onReset={() => onChange(undefined)}
    >
      <p class="chosen-file">
        {chosen
          ? (
            <>
              <code title={chosen.name}>{chosen.name}</code>
              <span class="faint">{bytesWords(chosen.bytes)}</span>
            </>
          )
          : <span class="faint">{fieldTexts.noFile[language]}</span>}
      </p>
      {fraction === undefined
        ? (
          <div class="row wrap">
            <button type="button" class="button" onClick={() => input.current?.click()}>
              <Icon name="upload" />
              {fieldTexts[chosen ? "otherFile" : "chooseFile"][language]}
            </button>
            {others.length > 0 && (
              <select
                class="select earlier-file"
                aria-label={fieldTexts.uploadedBefore[language]}
                value=""
                onChange={({ currentTarget }) => {
                  const dataset = others.find((each) => each.id === currentTarget.value);
                  if (dataset) onChange(dataset.file);
                }}
              >
                <option value="">{fieldTexts.uploadedBefore[language]}</option>
                {others.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
              </select>
            )}
          </div>
        )
        : <UploadProgress fraction={fraction} onBreakOff={() => upload.current?.abort()} />}
      <input
        ref={input}
        id={id}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        aria-labelledby={`${id}-label`}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void send(file);
          currentTarget.value = "";
        }}
      />
      {problem && <ProblemText problem={problem} language={language} />}
    </FieldFrame>
  );
}

function chosenFile(value: unknown): { name: string; sha256: string; bytes: number } | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!("name" in value) || !("content" in value)) return undefined;
  const { content } = value;
  if (typeof content !== "object" || content === null) return undefined;
  const sha256 = "sha256" in content ? String(content.sha256) : "";
  const bytes = "bytes" in content ? Number(content.bytes) : 0;
  return { name: String(value.name), sha256, bytes };
}
