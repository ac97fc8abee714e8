import type { Command, CommandGroup } from "@/islands/commands.ts";

/** So many commands are shown at most; whoever looks for another one types more. */
const mostShown = 60;

/** The commands that have all the words that were typed, in either language, the best group and command first. */
export function findCommands(groups: readonly CommandGroup[], sought: string): CommandGroup[] {
  const words = sought.toLowerCase().split(/[\s,，、]+/).filter((word) => word !== "");
  let room = mostShown;
  return groups.map(({ title, commands }) => {
    const scored = commands.map((command) => ({ command, score: scoreOf(command, words) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    return { title, scored, best: scored[0]?.score ?? 0 };
  })
    .sort((a, b) => b.best - a.best)
    .map(({ title, scored }) => {
      const shown = scored.slice(0, room);
      room -= shown.length;
      return { title, commands: shown.map(({ command }) => command) };
    })
    .filter(({ commands }) => commands.length > 0);
}

/** How well a command fits all the words, as well as the one that fits worst; 0 where one does not fit. */
function scoreOf({ label, words: others = "" }: Command, words: readonly string[]): number {
  if (words.length === 0) return 1;
  const labels = [label.en.toLowerCase(), label.zh.toLowerCase()];
  const rest = others.toLowerCase();
  return Math.min(...words.map((word) => {
    if (labels.some((text) => text.startsWith(word))) return 4;
    if (labels.some((text) => text.split(/[\s,，、:：]+/).some((part) => part.startsWith(word)))) {
      return 3;
    }
    if (labels.some((text) => text.includes(word))) return 2;
    return rest.includes(word) ? 1 : 0;
  }));
}
