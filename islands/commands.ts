import { signal } from "@preact/signals";
import type { IconName } from "@/components/icon.tsx";
import type { Text } from "@/pipeline/problem.ts";

/** Something that can be done or gone to by its name. */
export interface Command {
  /** The same for the same command. */
  readonly id: string;
  readonly label: Text;
  /** What else it can be found by, in either language. */
  readonly words?: string;
  readonly icon: IconName;
  /** The keys that do the same. */
  readonly keys?: string;
  /** What it does; a command with an address goes there. */
  readonly run?: () => void;
  readonly href?: string;
}

/** Commands that belong together. */
export interface CommandGroup {
  readonly title: Text;
  readonly commands: readonly Command[];
}

/** A key or several, and what they do. */
export interface Shortcut {
  readonly keys: string;
  readonly does: Text;
}

/** What a page offers while it is open; asked for when somebody wants to see it. */
export interface CommandSource {
  readonly commands: () => Promise<readonly CommandGroup[]>;
  readonly shortcuts: () => Promise<readonly { title: Text; shortcuts: readonly Shortcut[] }[]>;
}

/** Whether commands can be chosen, or shortcuts are listed. */
export const commandsView = signal<"palette" | "shortcuts" | null>(null);

const sources = new Set<CommandSource>();

/** Offers commands until what is returned is called. */
export function offerCommands(source: CommandSource): () => void {
  sources.add(source);
  return () => void sources.delete(source);
}

/** Those who offer commands now. */
export function commandSources(): readonly CommandSource[] {
  return [...sources];
}

/** Opens the list of commands, or that of shortcuts. */
export function showCommands(view: "palette" | "shortcuts"): void {
  commandsView.value = view;
}
