import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Icon, type IconName } from "../../icon.tsx";
import { useLanguage } from "../../language.ts";
import { gridTexts } from "../../texts_grid.ts";

/** An entry of the menu. */
export interface ColumnAction {
  readonly label: string;
  readonly icon: IconName;
  readonly onChoose: () => void;
}

/** The menu of a column, below its head (WAI-ARIA Authoring Practices: Menu). */
export function ColumnMenu(
  { column, left, top, actions, onClose }: {
    readonly column: string;
    readonly left: number;
    readonly top: number;
    readonly actions: readonly ColumnAction[];
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  const entries = (): HTMLElement[] => [
    ...list.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [],
  ];
  useLayoutEffect(() => entries()[0]?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const closeOutside = ({ target }: Event): void => {
      if (target instanceof Node && !list.current?.contains(target)) onClose();
    };
    document.addEventListener("pointerdown", closeOutside);
    return () => document.removeEventListener("pointerdown", closeOutside);
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = entries();
    const at = all.findIndex((entry) => entry === document.activeElement);
    const steps: Record<string, number> = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    if (event.key === "Escape" || event.key === "Tab") onClose();
    else if (steps[event.key] === undefined) return;
    else all[steps[event.key] ?? 0]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ul
      ref={list}
      role="menu"
      class="grid-menu"
      aria-label={gridTexts.columnMenu(column)[language]}
      style={{ left: `${left}px`, top: `${top}px` }}
      onKeyDown={onKeyDown}
    >
      {actions.map(({ label, icon, onChoose }) => (
        <li key={label} role="none">
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              onClose();
              onChoose();
            }}
          >
            <Icon name={icon} />
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
