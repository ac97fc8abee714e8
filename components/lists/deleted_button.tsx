import type { ComponentType, JSX } from "preact";
import { useState } from "preact/hooks";
import type { ListName } from "@/web/lists_schema.ts";
import { useLanguage } from "../language.ts";
import { listTexts } from "../texts_lists.ts";
import type { DeletedDialogProps } from "./deleted_dialog.tsx";

/** Opens what was deleted; the dialog is fetched when it is first asked for. */
export function DeletedButton(
  { isDisabled, onRestored }: {
    readonly isDisabled: boolean;
    readonly onRestored: (list: ListName) => Promise<void>;
  },
): JSX.Element {
  const language = useLanguage();
  const [Dialog, setDialog] = useState<ComponentType<DeletedDialogProps>>();
  const open = async (): Promise<void> => {
    const { DeletedDialog } = await import("./deleted_dialog.tsx");
    setDialog(() => DeletedDialog);
  };
  return (
    <>
      <button
        type="button"
        class="link-button needs-script"
        disabled={isDisabled}
        onClick={() => void open()}
      >
        {listTexts.recentlyDeleted[language]}
      </button>
      {Dialog && <Dialog onRestored={onRestored} onClose={() => setDialog(undefined)} />}
    </>
  );
}
