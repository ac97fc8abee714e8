import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLanguage } from "../language.ts";
import { formTexts } from "../texts_form.ts";
import { useDraft } from "./drafts.ts";
import { describedBy, FieldFrame, type FieldProps } from "./field_frame.tsx";
import type { FieldSpec } from "./field_spec.ts";
import { valueWords } from "./value_words.ts";

/** A text of one line or several. */
export function TextField(
  { spec, id, value, onChange }: FieldProps<Extract<FieldSpec, { type: "text" }>>,
): JSX.Element {
  const language = useLanguage();
  const draft = useDraft(id);
  const [tooLong, setTooLong] = useState(draft.found);
  const text = tooLong ?? (typeof value === "string" ? value : "");
  const wrong = tooLong === undefined || spec.maxLength === undefined
    ? undefined
    : formTexts.longest(spec.maxLength)[language];
  const type = (typed: string): void => {
    const isTooLong = spec.maxLength !== undefined && typed.length > spec.maxLength;
    setTooLong(isTooLong ? typed : undefined);
    draft.keep(isTooLong ? typed : undefined);
    if (!isTooLong) onChange(typed);
  };
  const control = {
    id,
    class: "input",
    value: text,
    "aria-invalid": wrong !== undefined,
    "aria-describedby": describedBy(spec, id, wrong),
  };
  const isChanged = text !== (spec.default ?? "") && !spec.isMultiline;
  return (
    <FieldFrame
      spec={spec}
      id={id}
      wrong={wrong}
      was={isChanged ? valueWords(spec, spec.default, language) : undefined}
      onReset={() => {
        setTooLong(undefined);
        draft.keep(undefined);
        onChange(undefined);
      }}
    >
      {spec.isMultiline
        ? (
          <textarea
            {...control}
            rows={Math.min(24, Math.max(4, text.split("\n").length + 1))}
            onInput={({ currentTarget }) => type(currentTarget.value)}
          />
        )
        : (
          <input
            {...control}
            autocomplete="off"
            onInput={({ currentTarget }) => type(currentTarget.value)}
          />
        )}
    </FieldFrame>
  );
}
