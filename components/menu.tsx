import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./icon.tsx";
import { type MenuItem, MenuList } from "./menu_list.tsx";
import { useCloseOutside } from "./use_close_outside.ts";

export type { MenuItem } from "./menu_list.tsx";

/** A button that opens a list of things to do (WAI-ARIA Authoring Practices: Menu Button). */
export function Menu(
  { label, items, icon = "more", text }: {
    readonly label: string;
    /** What stands on the button beside the icon. */
    readonly text?: string;
    /** Those that are known only once somebody looks are asked for then. */
    readonly items: readonly MenuItem[] | (() => Promise<readonly MenuItem[]>);
    readonly icon?: IconName;
  },
): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const [found, setFound] = useState<readonly MenuItem[]>();
  const shown = typeof items === "function" ? found : items;
  const around = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useCloseOutside(around, isOpen, () => setOpen(false));
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const toggle = (): void => {
    setOpen(!isOpen);
    if (isOpen || typeof items !== "function") return;
    setFound(undefined);
    items().then(setFound, reportError);
  };
  return (
    <div class="menu" ref={around}>
      <button
        ref={button}
        type="button"
        class={text === undefined ? "icon-button" : "button"}
        aria-label={text === undefined ? label : `${label}: ${text}`}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={toggle}
      >
        <Icon name={icon} />
        {text}
      </button>
      {isOpen && shown && <MenuList label={label} items={shown} onClose={close} />}
    </div>
  );
}
