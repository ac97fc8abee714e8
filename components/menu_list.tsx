import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon, type IconName } from "./icon.tsx";

/** An entry of a menu: something to do, or somewhere to go. */
export interface MenuItem {
  readonly label: string;
  readonly icon: IconName;
  readonly isDisabled?: boolean;
  /** What it does; an item with an address is a link. */
  readonly onChoose?: () => void;
  readonly href?: string;
}

/** Where a menu stands in what it lies over, in px; below its button where it is not said. */
export interface MenuPlace {
  readonly left: number;
  readonly top: number;
}

/** The open list of a menu, which has the focus (WAI-ARIA Authoring Practices: Menu). */
export function MenuList(
  { label, items, place, onClose }: {
    readonly label: string;
    readonly items: readonly MenuItem[];
    readonly place?: MenuPlace;
    /** Closes it and gives the focus back. */
    readonly onClose: () => void;
  },
): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const entries = (): HTMLElement[] => [
    ...list.current?.querySelectorAll<HTMLElement>("[role=menuitem]:not([disabled])") ?? [],
  ];
  // At once, so that the next key finds the entry.
  useLayoutEffect(() => entries()[0]?.focus({ preventScroll: true }), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = entries();
    const at = all.findIndex((entry) => entry === document.activeElement);
    if (event.key === "Escape") onClose();
    else {
      const next = nextEntry(event.key, at, all.length);
      if (next === undefined) return;
      all[next]?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ul
      ref={list}
      class="menu-list"
      role="menu"
      aria-label={label}
      style={place && { left: `${place.left}px`, top: `${place.top}px` }}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <li key={item.label} role="none">
          {item.href === undefined
            ? (
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                disabled={item.isDisabled}
                onClick={() => {
                  onClose();
                  item.onChoose?.();
                }}
              >
                <Icon name={item.icon} />
                {item.label}
              </button>
            )
            : (
              <a role="menuitem" tabIndex={-1} href={item.href} onClick={onClose}>
                <Icon name={item.icon} />
                {item.label}
              </a>
            )}
        </li>
      ))}
    </ul>
  );
}

function nextEntry(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
