import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { Icon } from "@/components/icon.tsx";
import { ariaKeys, keyNames, lookAtKeyboard } from "@/components/key_names.ts";
import { LanguageContext } from "@/components/language.ts";
import { later } from "@/components/later.tsx";
import type { Language } from "@/web/language.ts";
import { commandsView, showCommands } from "./commands.ts";

const CommandPalette = later(async () =>
  (await import("@/components/commands/command_palette.tsx")).CommandPalette
);
const ShortcutsSheet = later(async () =>
  (await import("@/components/commands/shortcuts_sheet.tsx")).ShortcutsSheet
);

/** The button that opens the list of commands, which is also opened by Control and K; a question mark lists the keys. */
export default function Commands(
  { label, language }: {
    /** What the button says. */
    readonly label: string;
    readonly language: Language;
  },
): JSX.Element {
  useEffect(() => {
    lookAtKeyboard();
    const ended = new AbortController();
    document.addEventListener("keydown", (event) => {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey &&
        event.key.toLowerCase() === "k";
      const isHelp = event.key === "?" && !isField(event.target);
      if (event.defaultPrevented || event.isComposing || !(isCommand || isHelp)) return;
      event.preventDefault();
      // What else is open has the keys.
      if (document.querySelector("dialog[open]") === null) {
        showCommands(isCommand ? "palette" : "shortcuts");
      }
    }, { signal: ended.signal });
    return () => ended.abort();
  }, []);
  const view = commandsView.value;
  const keys = keyNames("Ctrl K");
  const close = (): void => {
    commandsView.value = null;
  };
  return (
    <LanguageContext.Provider value={language}>
      <button
        type="button"
        class="commands-button"
        aria-keyshortcuts={ariaKeys("Ctrl K")}
        title={`${label} (${keys})`}
        onClick={() => showCommands("palette")}
      >
        <Icon name="search" />
        <span>{label}</span>
        <kbd aria-hidden="true">{keys}</kbd>
      </button>
      {view === "palette" && <CommandPalette onClose={close} />}
      {view === "shortcuts" && <ShortcutsSheet onClose={close} />}
    </LanguageContext.Provider>
  );
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, .cm-editor") !== null);
}
