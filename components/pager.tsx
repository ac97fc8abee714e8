import type { JSX } from "preact";
import { Icon } from "./icon.tsx";
import { useLanguage } from "./language.ts";
import { countWords } from "./number_words.ts";
import { tableTexts } from "./texts_table.ts";

/** Which rows are shown, and the way to others; nothing where all are in sight. */
export function Pager(
  { offset, size, rows, onMove }: {
    readonly offset: number;
    readonly size: number;
    readonly rows: number;
    readonly onMove: (offset: number) => void;
  },
): JSX.Element | null {
  const language = useLanguage();
  if (rows <= size) return null;
  const last = Math.floor((rows - 1) / size) * size;
  const words = tableTexts.rowsShown(
    countWords(offset + 1),
    countWords(Math.min(rows, offset + size)),
    countWords(rows),
  )[language];
  return (
    <nav class="more pager" aria-label={tableTexts.pages[language]}>
      <button
        type="button"
        class="icon-button"
        aria-label={tableTexts.previousPage[language]}
        title={tableTexts.previousPage[language]}
        disabled={offset === 0}
        onClick={() => onMove(Math.max(0, offset - size))}
      >
        <Icon name="back" />
      </button>
      <span role="status">{words}</span>
      <button
        type="button"
        class="icon-button"
        aria-label={tableTexts.nextPage[language]}
        title={tableTexts.nextPage[language]}
        disabled={offset >= last}
        onClick={() => onMove(Math.min(last, offset + size))}
      >
        <Icon name="expand" />
      </button>
    </nav>
  );
}
