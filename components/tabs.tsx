import type { ComponentChildren, JSX } from "preact";
import { useRef } from "preact/hooks";

/** What tabs there are and which one is open. */
export interface TabsProps {
  /** The ids of the tabs and the panel begin with it. */
  readonly id: string;
  readonly label: string;
  readonly tabs: readonly { readonly name: string; readonly label: string }[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
  /** What the open tab shows. */
  readonly children: ComponentChildren;
}

/** Several things in one place (WAI-ARIA Authoring Practices: Tabs); one alone has no tab. */
export function Tabs({ id, label, tabs, chosen, onChoose, children }: TabsProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  if (tabs.length < 2) return <div>{children}</div>;
  const choose = (index: number): void => {
    const next = tabs.at(index % tabs.length);
    if (next === undefined) return;
    onChoose(next.name);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[tabs.indexOf(next)]?.focus();
  };
  return (
    <div>
      <div class="tabs" role="tablist" aria-label={label} ref={list}>
        {tabs.map((tab, index) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={`${id}-tab-${index}`}
            aria-controls={`${id}-panel`}
            aria-selected={tab.name === chosen}
            tabIndex={tab.name === chosen ? 0 : -1}
            onClick={() => onChoose(tab.name)}
            onKeyDown={({ key }) => {
              if (key === "ArrowRight") choose(index + 1);
              if (key === "ArrowLeft") choose(index - 1);
            }}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${tabs.findIndex(({ name }) => name === chosen)}`}
      >
        {children}
      </div>
    </div>
  );
}
