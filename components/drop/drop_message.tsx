import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Problem } from "@/pipeline/problem.ts";
import { DismissButton } from "../dismiss_button.tsx";
import { useLanguage } from "../language.ts";
import { ProblemText } from "../problem_text.tsx";

/** Says why a file was not taken, above everything else, until it is dismissed. */
export function DropMessage(
  { problem, onDismiss }: { readonly problem: Problem; readonly onDismiss: () => void },
): JSX.Element {
  const language = useLanguage();
  const message = useRef<HTMLDivElement>(null);
  // Above dialogs, too, which are in a layer of their own.
  useEffect(() => message.current?.showPopover(), []);
  return (
    <div ref={message} class="drop-message" popover="manual">
      <ProblemText problem={problem} language={language} />
      <DismissButton onDismiss={onDismiss} />
    </div>
  );
}
