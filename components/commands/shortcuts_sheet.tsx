import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { commandSources, type Shortcut } from "@/islands/commands.ts";
import type { Text } from "@/pipeline/problem.ts";
import { Dialog } from "../dialog.tsx";
import { useLanguage } from "../language.ts";
import { commandTexts } from "../texts_commands.ts";
import { Keys } from "./command_palette.tsx";

interface Group {
  readonly title: Text;
  readonly shortcuts: readonly Shortcut[];
}

const everywhere: Group = {
  title: commandTexts.everywhere,
  shortcuts: [
    { keys: "Ctrl K", does: commandTexts.openCommands },
    { keys: "?", does: commandTexts.listShortcuts },
  ],
};

/** The keys there are, and what they do. */
export function ShortcutsSheet({ onClose }: { onClose: () => void }): JSX.Element {
  const language = useLanguage();
  const [groups, setGroups] = useState<readonly Group[]>([everywhere]);
  useEffect(() => {
    Promise.all(commandSources().map(({ shortcuts }) => shortcuts()))
      .then((own) => setGroups([...own.flat(), everywhere]))
      .catch(reportError);
  }, []);
  return (
    <Dialog id="shortcuts" title={commandTexts.shortcuts[language]} onClose={onClose}>
      <div class="shortcuts">
        {groups.map(({ title, shortcuts }) => (
          <section key={title.en}>
            <h3>{title[language]}</h3>
            <dl>
              {shortcuts.map(({ keys, does }) => (
                <div key={keys}>
                  <dt>
                    <Keys keys={keys} />
                  </dt>
                  <dd>{does[language]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <button type="button" class="button" autofocus onClick={onClose}>
        {commandTexts.close[language]}
      </button>
    </Dialog>
  );
}
