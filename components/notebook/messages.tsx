import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Message } from "@/islands/notebook/open_notebook.ts";
import type { Text } from "@/pipeline/problem.ts";
import { DismissButton } from "../dismiss_button.tsx";
import { StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { pageTexts } from "../texts_page.ts";
import { useNotebook } from "./context.ts";
import { takeStep } from "./take_step.ts";

const shownFor = 12_000;

/** What has just happened and can be undone, or could not be done, at the foot of the window. */
export function Messages(): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const message = open.message.value;
  const dismiss = (): void => {
    open.message.value = null;
  };
  useEffect(() => {
    if (message === null || message.kind === "problem") return;
    const timer = setTimeout(dismiss, shownFor);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <div class="messages" role="status">
      {message && (
        <div class="message">
          {message.kind !== "problem"
            ? (
              <>
                <span>{messageWords(message)[language]}</span>
                <button
                  type="button"
                  class="link-button"
                  onClick={() => {
                    dismiss();
                    void takeStep(open, "undo", language);
                  }}
                >
                  {notebookTexts.undo[language]}
                </button>
              </>
            )
            : (
              <>
                <StateMark state="failed" />
                <span>
                  <span class="strong">{message.problem.message[language]}</span>{" "}
                  {message.problem.hint[language]}
                </span>
              </>
            )}
          <DismissButton onDismiss={dismiss} />
        </div>
      )}
    </div>
  );
}

function messageWords(message: Exclude<Message, { kind: "problem" }>): Text {
  switch (message.kind) {
    case "deleted":
      return notebookTexts.deleted(message.title);
    case "resumed":
      return pageTexts.resumed;
    case "restored":
      return pageTexts.restored(message.revision);
  }
}
