import { useEffect } from "preact/hooks";
import { offerCommands } from "@/islands/commands.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import { useLanguage } from "../language.ts";
import type { CellAction } from "./cell_actions.ts";
import { takeStep } from "./take_step.ts";

/** Where no field has the focus, by the key that is pressed alone. */
const plainKeys: Readonly<Record<string, CellAction>> = {
  j: "next",
  k: "previous",
  ArrowDown: "next",
  ArrowUp: "previous",
  Enter: "edit",
  a: "addAbove",
  b: "addBelow",
  o: "fold",
  x: "fold",
  D: "duplicate",
  r: "runStale",
  z: "undo",
  Z: "redo",
};

/** Keys that have to be pressed twice, as what they do is not done lightly. */
const doubleKeys: Readonly<Record<string, CellAction>> = { d: "delete", i: "cancel" };

/** Milliseconds between the two presses at most. */
const twice = 800;

/** Takes what is typed where no field has the focus, and what belongs to the whole notebook everywhere. */
export function useShortcuts(open: OpenNotebook): void {
  const language = useLanguage();
  useEffect(() => {
    let last = { key: "", time: -Infinity };
    const perform = (action: CellAction): void => {
      if (action === "undo" || action === "redo") void takeStep(open, action, language);
      else {
        void import("./cell_actions.ts").then((actions) =>
          actions.performAction(open, action, language)
        ).catch(reportError);
      }
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const action = withModifier(event, open) ?? alone(event, last);
      last = { key: isBare(event) ? event.key : "", time: event.timeStamp };
      if (action === undefined) return;
      event.preventDefault();
      if (action !== "save") perform(action);
    };
    document.addEventListener("keydown", onKeyDown);
    const withdraw = offerCommands({
      commands: async () =>
        await (await import("./notebook_commands.ts")).notebookCommands(open, language),
      shortcuts: async () => (await import("./notebook_shortcuts.ts")).notebookShortcuts,
    });
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      withdraw();
    };
  }, [open, language]);
}

/** What Control or Command, or Shift and Enter, do. */
function withModifier(event: KeyboardEvent, open: OpenNotebook): CellAction | "save" | undefined {
  const key = event.key.toLowerCase();
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) {
    if (key === "s" && !event.shiftKey) {
      void open.saving.flush();
      return "save";
    }
    // In a field, the browser takes back what was typed there.
    if (isTyping(event.target)) return undefined;
    if (key === "z") return event.shiftKey ? "redo" : "undo";
    return key === "y" ? "redo" : undefined;
  }
  const isCell = event.target instanceof Element && event.target.closest(".cell") !== null;
  if (event.shiftKey && event.key === "Enter" && isCell && !usesEnter(event.target)) {
    return "runAndNext";
  }
  return undefined;
}

/** What a key does by itself. */
function alone(
  event: KeyboardEvent,
  last: { readonly key: string; readonly time: number },
): CellAction | undefined {
  const { key, target, timeStamp } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (key === "Escape") return isInCell(target) ? "leave" : undefined;
  if (isTyping(target) || isElsewhere(target)) return undefined;
  if (/^(Arrow|Enter)/.test(key) && (event.shiftKey || !isGround(target))) return undefined;
  const double = doubleKeys[key];
  if (double !== undefined) {
    return last.key === key && timeStamp - last.time < twice ? double : undefined;
  }
  return plainKeys[key];
}

function isBare({ ctrlKey, metaKey, altKey, repeat }: KeyboardEvent): boolean {
  return !(ctrlKey || metaKey || altKey || repeat);
}

/** Whether what has the focus takes letters for itself. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, .cm-editor") !== null);
}

/** Whether the focus is in something with keys of its own: a menu, a list, a grid, a dialog. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(
        "dialog, [role=dialog], [role=menu], [role=listbox], [role=grid], [role=slider], [role=application]",
      ) !== null;
}

/** Whether nothing has the focus, or a whole cell. */
function isGround(target: EventTarget | null): boolean {
  return target === document.body || target instanceof Element && target.matches(".cell, main");
}

/** Whether something inside of a cell has the focus. */
function isInCell(target: EventTarget | null): boolean {
  return target instanceof Element && !target.matches(".cell") &&
    target.closest(".cell") !== null &&
    target.closest("[role=dialog]") === null;
}

/** Whether Shift and Enter do something else there, such as a new line. */
function usesEnter(target: EventTarget | null): boolean {
  return target instanceof Element &&
    target.closest("textarea, .cm-editor, a, button, [role=combobox], [role=dialog]") !== null;
}
