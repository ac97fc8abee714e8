import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./icon.tsx";
import { type MenuItem, MenuList } from "./menu_list.tsx";
import { useCloseOutside } from "./use_close_outside.ts";

export type { MenuItem } from "./menu_list.tsx";

/** A button that opens a list of things to do (WAI-ARIA Authoring Practices: Menu Button). */
export function Menu(
  { label, items, icon = "more" }: {
    readonly label: string;
    readonly items: readonly MenuItem[];
    readonly icon?: IconName;
  },
): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useCloseOutside(around, isOpen, () => setOpen(false));
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div class="menu" ref={around}>
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={icon} />
      </button>
      {isOpen && <MenuList label={label} items={items} onClose={close} />}
    </div>
  );
}
