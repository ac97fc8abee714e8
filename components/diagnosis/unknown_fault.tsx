import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { diagnosisRowsTexts } from "../texts_diagnosis_rows.ts";

/** A fault that the model does not know: an open square, since it has no colour of its own. */
export function UnknownFault(): JSX.Element {
  const language = useLanguage();
  return (
    <span class="fault">
      <svg viewBox="0 0 8 8" aria-hidden="true">
        <rect class="unknown-ink" x={1} y={1} width={6} height={6} />
      </svg>
      {diagnosisRowsTexts.unknownFault[language]}
    </span>
  );
}
