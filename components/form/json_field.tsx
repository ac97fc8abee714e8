import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLanguage } from "../language.ts";
import { fieldTexts } from "../texts_fields.ts";
import { useDraft } from "./drafts.ts";
import { describedBy, FieldFrame, type FieldProps } from "./field_frame.tsx";
import { isSameValue, valueWords } from "./value_words.ts";

/** A value that no other field fits, as JSON. */
export function JsonField({ spec, id, value, onChange }: FieldProps): JSX.Element {
  const language = useLanguage();
  const { found, keep } = useDraft(id);
  const [draft, setShown] = useState(found);
  const setDraft = (text: string | undefined): void => {
    setShown(text);
    keep(text);
  };
  const wrong = draft === undefined ? undefined : fieldTexts.notJson[language];
  const type = (text: string): void => {
    try {
      onChange(JSON.parse(text));
      setDraft(undefined);
    } catch {
      setDraft(text); // it stays in sight until it is JSON
    }
  };
  return (
    <FieldFrame
      spec={spec}
      id={id}
      wrong={wrong}
      was={isSameValue(value, spec.default) ? undefined : valueWords(spec, spec.default, language)}
      onReset={() => {
        setDraft(undefined);
        onChange(undefined);
      }}
    >
      <textarea
        id={id}
        class="input mono"
        rows={3}
        value={draft ?? JSON.stringify(value)}
        aria-invalid={wrong !== undefined}
        aria-describedby={describedBy(spec, id, wrong)}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
    </FieldFrame>
  );
}
