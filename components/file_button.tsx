import type { JSX } from "preact";
import { useRef } from "preact/hooks";

/** A button that lets the user choose a file from the disk. */
export function FileButton(
  { label, kind = "", isDisabled = false, onFile }: {
    readonly label: string;
    /** More classes of the button, such as `primary`. */
    readonly kind?: string;
    readonly isDisabled?: boolean;
    readonly onFile: (file: File) => void;
  },
): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={`button ${kind}`}
        disabled={isDisabled}
        onClick={() => input.current?.click()}
      >
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
    </>
  );
}
