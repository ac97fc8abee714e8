import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { useLanguage } from "../../language.ts";
import { type MenuItem, MenuList } from "../../menu_list.tsx";
import { gridTexts } from "../../texts_grid.ts";
import { useCloseOutside } from "../../use_close_outside.ts";

/** The menu of a column, below its head. */
export function ColumnMenu(
  { column, left, top, actions, onClose }: {
    readonly column: string;
    readonly left: number;
    readonly top: number;
    readonly actions: readonly MenuItem[];
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const around = useRef<HTMLDivElement>(null);
  useCloseOutside(around, true, onClose);
  return (
    <div ref={around}>
      <MenuList
        label={gridTexts.columnMenu(column)[language]}
        items={actions}
        place={{ left, top }}
        onClose={onClose}
      />
    </div>
  );
}
