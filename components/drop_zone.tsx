import type { JSX } from "preact";
import { useFileOver } from "./dropped_files.ts";
import { FileButton } from "./file_button.tsx";
import { Icon } from "./icon.tsx";
import { useLanguage } from "./language.ts";
import { fileTexts } from "./texts_files.ts";
import { dropTexts } from "./texts_drop.ts";

/** A place for a file; it lights up while one is held over the page. */
export function DropZone(
  { text, isDisabled, onFile }: {
    /** What can be dropped here. */
    readonly text: string;
    readonly isDisabled: boolean;
    readonly onFile: (file: File) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const isOver = useFileOver();
  return (
    <div class={isOver ? "drop over needs-script" : "drop needs-script"}>
      <Icon name="import" />
      <p>{isOver ? dropTexts.dropNow[language] : text}</p>
      <FileButton
        kind="push"
        label={fileTexts.chooseFile[language]}
        isDisabled={isDisabled}
        onFile={onFile}
      />
    </div>
  );
}
