import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Command, type CommandGroup, commandSources } from "@/islands/commands.ts";
import { Icon } from "../icon.tsx";
import { keyNames } from "../key_names.ts";
import { useLanguage } from "../language.ts";
import { commandTexts } from "../texts_commands.ts";
import { findCommands } from "./find_commands.ts";
import { notebookList, pageCommands } from "./page_commands.ts";

const listId = "commands-list";

/** Everything that can be done here, to choose by typing: a combobox whose list is always in sight. */
export function CommandPalette({ onClose }: { onClose: () => void }): JSX.Element {
  const language = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [groups, setGroups] = useState<readonly CommandGroup[]>([]);
  const [sought, setSought] = useState("");
  const [pointed, setPointed] = useState(0);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    let isOpen = true;
    const own = Promise.all(commandSources().map(({ commands }) => commands()));
    const gather = async (): Promise<void> => {
      const here = [...(await own).flat(), ...pageCommands(language)];
      if (isOpen) setGroups(here);
      const notebooks = await notebookList();
      if (isOpen) setGroups([...here, notebooks]);
    };
    gather().catch(reportError);
    return () => {
      isOpen = false;
      // Where a command has moved the focus itself, it stays there.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);
  const found = useMemo(() => findCommands(groups, sought.trim()), [groups, sought]);
  const commands = found.flatMap((group) => group.commands);
  const active = Math.min(pointed, commands.length - 1);
  const chosen = commands[active];
  const chosenId = chosen && optionId(chosen);
  useEffect(() => {
    if (chosenId) document.getElementById(chosenId)?.scrollIntoView({ block: "nearest" });
  }, [chosenId]);
  const choose = ({ run, href }: Command): void => {
    onClose();
    if (href !== undefined) location.href = href;
    // The dialog is gone by then, so that the focus can go where the command wants it.
    else requestAnimationFrame(() => run?.());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const count = commands.length;
    if (event.isComposing) return;
    // At once: what the browser closes by itself is told of later, and a key in between would be lost.
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && chosen) choose(chosen);
    else if (event.key === "ArrowDown" && count > 0) setPointed((active + 1) % count);
    else if (event.key === "ArrowUp" && count > 0) setPointed((active - 1 + count) % count);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      class="commands"
      aria-label={commandTexts.title[language]}
      onClose={onClose}
      onKeyDown={onKeyDown}
      onClick={({ target }) => target === dialog.current && onClose()}
    >
      <div class="search">
        <Icon name="search" />
        <input
          class="input"
          type="text"
          role="combobox"
          autocomplete="off"
          autofocus
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={chosenId}
          aria-label={commandTexts.search[language]}
          placeholder={commandTexts.search[language]}
          value={sought}
          onInput={({ currentTarget }) => {
            setSought(currentTarget.value);
            setPointed(0);
          }}
        />
        <kbd>Esc</kbd>
      </div>
      <div class="list" id={listId} role="listbox" aria-label={commandTexts.title[language]}>
        {found.map(({ title, commands }) => (
          <div key={title.en} role="group" aria-label={title[language]}>
            <h3 aria-hidden="true">{title[language]}</h3>
            {commands.map((command) => (
              <button
                key={command.id}
                type="button"
                id={optionId(command)}
                role="option"
                tabIndex={-1}
                aria-selected={command === chosen}
                onClick={() => choose(command)}
                onPointerMove={() =>
                  command !== chosen && setPointed(
                    found.flatMap((g) =>
                      g.commands
                    ).indexOf(command),
                  )}
              >
                <Icon name={command.icon} />
                <span class="label">{command.label[language]}</span>
                {command.keys !== undefined && <Keys keys={command.keys} />}
              </button>
            ))}
          </div>
        ))}
      </div>
      <p
        class={commands.length === 0 && groups.length > 0 ? "nothing" : "visually-hidden"}
        role="status"
      >
        {commands.length === 0 && groups.length > 0
          ? commandTexts.nothing(sought)[language]
          : commandTexts.results(commands.length)[language]}
      </p>
    </dialog>
  );
}

/** Keys as they are pressed, one after another or together. */
export function Keys({ keys }: { keys: string }): JSX.Element {
  return (
    <span class="key-caps">
      {keyNames(keys).split(" ").map((key, index) => <kbd key={`${index} ${key}`}>{key}</kbd>)}
    </span>
  );
}

function optionId({ id }: Command): string {
  return `command-${id.replaceAll(" ", "-")}`;
}
