import type { JSX } from "preact";
import { isExposed, setExposed } from "@/islands/notebook/exposed_edit.ts";
import { useLanguage } from "../language.ts";
import { frontToggleTexts } from "../texts_front_toggle.ts";
import { useNotebook } from "./context.ts";

/** Puts a setting of a cell on the front panel of its notebook, or takes it off. */
export function FrontToggle(
  { cell, param, label }: {
    readonly cell: string;
    readonly param: string;
    /** Of the field. */
    readonly label: string;
  },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const isOn = isExposed(open.exposed.value, cell, param);
  return (
    <button
      type="button"
      class="front-toggle"
      aria-pressed={isOn}
      aria-label={frontToggleTexts.put(label)[language]}
      title={frontToggleTexts[isOn ? "tipOn" : "tip"][language]}
      onClick={() =>
        open.edit(
          (before) => setExposed(before, cell, param, !isOn),
          `exposed ${cell} ${param} ${isOn}`,
        )}
    >
      <svg class="icon-drawing" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M6 1.8h4M6.6 1.8v4L4.6 8.6h6.8L9.4 5.8v-4M8 8.6v5.6" />
      </svg>
    </button>
  );
}
