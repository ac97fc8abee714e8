import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { textWidth } from "../text_width.ts";
import { formTexts } from "../texts_form.ts";

const longest = 14;

/** Says what the default was and goes back to it. */
export function ResetButton(
  { label, was, onReset }: {
    /** Of the field. */
    readonly label: string;
    /** The default in words. */
    readonly was: string;
    readonly onReset: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const words = textWidth(was) > longest ? formTexts.wasDefault : formTexts.wasValue(was);
  const what = formTexts.backToDefault(label, was)[language];
  return (
    <button
      type="button"
      class="reset"
      aria-label={`${words[language]}: ${what}`}
      title={what}
      onClick={onReset}
    >
      {words[language]}
    </button>
  );
}
