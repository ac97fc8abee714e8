import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLanguage } from "../language.ts";
import { useDraft } from "./drafts.ts";
import { describedBy, FieldFrame, type FieldProps } from "./field_frame.tsx";
import type { FieldSpec } from "./field_spec.ts";
import { numbersText, parseNumbers } from "./number_text.ts";
import { useChange } from "./use_change.ts";
import { isSameValue, valueWords } from "./value_words.ts";

/** A list of numbers, typed with commas between them. */
export function NumbersField(
  { spec, id, value, onChange }: FieldProps<Extract<FieldSpec, { type: "numbers" }>>,
): JSX.Element {
  const language = useLanguage();
  const draft = useDraft(id);
  const [text, setText] = useState(draft.found ?? numbersText(value));
  const parsed = parseNumbers(text, spec);
  const wrong = "wrong" in parsed ? parsed.wrong[language] : undefined;
  // What was typed stays as it is, unless the value is changed from elsewhere.
  useChange(() => {
    if ("value" in parsed && isSameValue(parsed.value, value)) return;
    setText(numbersText(value));
    draft.keep(undefined);
  }, [JSON.stringify(value)]);
  const type = (typed: string): void => {
    setText(typed);
    const next = parseNumbers(typed, spec);
    draft.keep("value" in next ? undefined : typed);
    if ("value" in next) onChange(next.value);
  };
  return (
    <FieldFrame
      spec={spec}
      id={id}
      wrong={wrong}
      was={isSameValue(value, spec.default) && wrong === undefined
        ? undefined
        : valueWords(spec, spec.default, language)}
      onReset={() => {
        draft.keep(undefined);
        setText(numbersText(spec.default));
        onChange(undefined);
      }}
    >
      <input
        id={id}
        class="input"
        autocomplete="off"
        value={text}
        aria-invalid={wrong !== undefined}
        aria-describedby={describedBy(spec, id, wrong)}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
    </FieldFrame>
  );
}
