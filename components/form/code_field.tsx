import type { JSX } from "preact";
import { useContext, useRef, useState } from "preact/hooks";
import { keyNames } from "../key_names.ts";
import { useLanguage } from "../language.ts";
import { codeTexts } from "../texts_code.ts";
import { formTexts } from "../texts_form.ts";
import { RefusedContext, TablesContext, useDraft } from "./drafts.ts";
import { describedBy, FieldFrame, type FieldProps } from "./field_frame.tsx";
import type { FieldSpec } from "./field_spec.ts";
import { useCodeEditor } from "./use_code_editor.ts";

/** How long after Escape the Tab key leaves the editor, in milliseconds: as long as the editor itself has it. */
const leaveTime = 2000;

/** A text of code: a plain field at first, an editor once that is loaded. */
export function CodeField(
  { spec, id, value, onChange }: FieldProps<Extract<FieldSpec, { type: "code" }>>,
): JSX.Element {
  const language = useLanguage();
  const draft = useDraft(id);
  const tables = useContext(TablesContext);
  const refused = useContext(RefusedContext).get(id);
  const [tooLong, setTooLong] = useState(draft.found);
  const escaped = useRef(-Infinity);
  const text = tooLong ?? (typeof value === "string" ? value : "");
  const wrong = tooLong === undefined || spec.maxLength === undefined
    ? undefined
    : formTexts.longest(spec.maxLength)[language];
  const onType = (typed: string): void => {
    const isTooLong = spec.maxLength !== undefined && typed.length > spec.maxLength;
    setTooLong(isTooLong ? typed : undefined);
    draft.keep(isTooLong ? typed : undefined);
    if (!isTooLong) onChange(typed);
  };
  const control = {
    "aria-labelledby": `${id}-label`,
    "aria-describedby": `${describedBy(spec, id, wrong)} ${id}-keys`,
    "aria-invalid": wrong !== undefined || refused !== undefined
      ? "true" as const
      : "false" as const,
  };
  const { around, plain, isOpen } = useCodeEditor({
    language: spec.language,
    text,
    tables,
    mark: refused?.line === undefined || tooLong !== undefined
      ? undefined
      : { line: refused.line, column: refused.column, message: refused.message },
    attributes: { id, ...control },
    onType,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const isUndo = (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key);
    const isFirstEscape = event.key === "Escape" && event.timeStamp - escaped.current > leaveTime;
    if (event.key === "Escape" && !event.defaultPrevented) escaped.current = event.timeStamp;
    // The editor takes back what was typed there; its first Escape is for the Tab key that leaves it.
    if (isUndo || isFirstEscape) event.stopPropagation();
  };
  return (
    <FieldFrame spec={spec} id={id} wrong={wrong} was={undefined} onReset={() => {}} isGroup>
      <div class="code-field" ref={around} onKeyDown={onKeyDown}>
        {!isOpen && (
          <textarea
            {...control}
            ref={plain}
            id={id}
            class="input mono"
            rows={Math.min(24, Math.max(6, text.split("\n").length))}
            spellcheck={false}
            value={text}
            onInput={({ currentTarget }) => onType(currentTarget.value)}
          />
        )}
      </div>
      <p class="code-keys" id={`${id}-keys`}>{keyNames(codeTexts.keys[language])}</p>
    </FieldFrame>
  );
}
