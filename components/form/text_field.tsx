import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { describedBy, FieldFrame, type FieldProps } from "./field_frame.tsx";
import type { FieldSpec } from "./field_spec.ts";
import { valueWords } from "./value_words.ts";

/** A text of one line or several. */
export function TextField(
  { spec, id, value, onChange }: FieldProps<Extract<FieldSpec, { type: "text" }>>,
): JSX.Element {
  const language = useLanguage();
  const text = typeof value === "string" ? value : "";
  const control = {
    id,
    class: "input",
    value: text,
    maxLength: spec.maxLength,
    "aria-describedby": describedBy(spec, id, undefined),
  };
  const isChanged = text !== (spec.default ?? "") && !spec.isMultiline;
  return (
    <FieldFrame
      spec={spec}
      id={id}
      was={isChanged ? valueWords(spec, spec.default, language) : undefined}
      onReset={() => onChange(undefined)}
    >
      {spec.isMultiline
        ? (
          <textarea
            {...control}
            rows={Math.min(24, Math.max(4, text.split("\n").length + 1))}
            onInput={({ currentTarget }) => onChange(currentTarget.value)}
          />
        )
        : (
          <input
            {...control}
            autocomplete="off"
            onInput={({ currentTarget }) => onChange(currentTarget.value)}
          />
        )}
    </FieldFrame>
  );
}
