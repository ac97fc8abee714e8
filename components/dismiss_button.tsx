import type { JSX } from "preact";
import { Icon } from "./icon.tsx";
import { useLanguage } from "./language.ts";
import { dismissTexts } from "./texts_dismiss.ts";

/** Takes a message off the page. */
export function DismissButton(
  { isAtEnd = false, onDismiss }: {
    /** Whether it stands at the end of its line. */
    readonly isAtEnd?: boolean;
    readonly onDismiss: () => void;
  },
): JSX.Element {
  const label = dismissTexts.dismiss[useLanguage()];
  return (
    <button
      type="button"
      class={isAtEnd ? "icon-button push" : "icon-button"}
      aria-label={label}
      title={label}
      onClick={onDismiss}
    >
      <Icon name="close" />
    </button>
  );
}
