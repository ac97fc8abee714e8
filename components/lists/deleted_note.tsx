import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { DismissButton } from "../dismiss_button.tsx";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { listTexts } from "../texts_lists.ts";
import { cutName } from "./shown_name.tsx";

/** Says what was deleted and takes it back; the focus comes here, since its entry is gone. */
export function DeletedNote(
  { name, onUndo, onDismiss }: {
    readonly name: string;
    readonly onUndo: () => void;
    readonly onDismiss: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div class="note plain deleted-note">
      <Icon name="remove" />
      <span title={name}>{listTexts.deleted(cutName(name, 80))[language]}</span>
      <button ref={button} type="button" class="link-button" onClick={onUndo}>
        {listTexts.undo[language]}
      </button>
      <DismissButton isAtEnd onDismiss={onDismiss} />
    </div>
  );
}
