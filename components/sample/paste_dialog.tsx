import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { readSampleText } from "@/pipeline/diagnosis/sample_text.ts";
import type { SampleForm } from "@/web/sample_schema.ts";
import { Dialog } from "../dialog.tsx";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { ProblemText } from "../problem_text.tsx";
import { sampleTexts } from "../texts_sample.ts";
import { pastedText } from "./kept_sample.ts";

export interface PasteDialogProps {
  readonly form: SampleForm;
  readonly onValues: (values: readonly (number | null)[]) => void;
  readonly onClose: () => void;
}

/** Takes a row as a text. What was pasted stays, also over a reload, until it was used. */
export function PasteDialog({ form, onValues, onClose }: PasteDialogProps): JSX.Element {
  const language = useLanguage();
  const { model: { id }, features } = form;
  const [text, setText] = useState(() => pastedText.read(id));
  const read = useMemo(() => readSampleText(text, features), [text, features]);
  const isEmpty = text.trim() === "";
  const problems = isEmpty ? [] : read.problems;
  const use = (): void => {
    pastedText.keep(id, problems.length === 0 ? "" : text);
    onValues(read.values);
    onClose();
  };
  return (
    <Dialog id="paste-row" title={sampleTexts.pasteTitle[language]} onClose={onClose}>
      <form
        class="form paste-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (read.named > 0) use();
        }}
      >
        <p class="small dim">{sampleTexts.pasteWhat[language]}</p>
        <textarea
          class="input paste-text"
          rows={10}
          spellcheck={false}
          value={text}
          aria-label={sampleTexts.pasteField[language]}
          placeholder={placeholderOf(features)}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            pastedText.keep(id, currentTarget.value);
          }}
        />
        {problems.map((problem) => (
          <ProblemText key={problem.code} problem={problem} language={language} />
        ))}
        {!isEmpty && read.named > 0 && (
          <p class="small dim" role="status">
            {sampleTexts.readSoFar(countWords(read.named), countWords(features.length))[language]}
          </p>
        )}
        <div class="buttons">
          <button type="button" class="button" onClick={onClose}>
            {sampleTexts.cancel[language]}
          </button>
          <button type="submit" class="button primary" disabled={isEmpty || read.named === 0}>
            {problems.length === 0 || read.named === 0
              ? sampleTexts.usePasted[language]
              : sampleTexts.useReadable(countWords(read.named))[language]}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** What a row may look like, with the names of the model. */
function placeholderOf(features: SampleForm["features"]): string {
  return features.slice(0, 2).map(({ name, statistics }) =>
    `${name}=${statistics?.median?.toPrecision(3) ?? 1}`
  ).join("\n");
}
