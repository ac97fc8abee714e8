import { type ComponentChildren, createContext } from "preact";
import { useContext, useRef } from "preact/hooks";

/** Where a form keeps what was typed and is no value yet. */
export interface FieldDrafts {
  /** What was typed into a field; undefined where it is a value. */
  read(id: string): string | undefined;
  /** Keeps what was typed, or forgets it where `text` is undefined. */
  keep(id: string, text: string | undefined): void;
}

/** The drafts of the form around a field; without one, they are gone with the field. */
export const DraftsContext = createContext<FieldDrafts>({
  read: () => undefined,
  keep: () => {},
});

/** What is wrong with a field of a form, and where in its text. */
export interface Refused {
  readonly message: string;
  readonly hint: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
}

/** What a form was refused for, by the ids of its controls. */
export const RefusedContext = createContext<ReadonlyMap<string, Refused>>(new Map());

/** The columns of the tables that a cell reads, by the names of its inputs. */
export const TablesContext = createContext<ReadonlyMap<string, readonly string[]>>(new Map());

/** What stands at the end of the label of a field, by the id of its control. */
export const AsideContext = createContext<
  ((id: string, label: string) => ComponentChildren) | undefined
>(undefined);

/** The draft that a field found when it was drawn first, and what keeps another one. */
export function useDraft(
  id: string,
): { readonly found: string | undefined; readonly keep: (text: string | undefined) => void } {
  const drafts = useContext(DraftsContext);
  const found = useRef<{ readonly text: string | undefined } | undefined>(undefined);
  found.current ??= { text: drafts.read(id) };
  return { found: found.current.text, keep: (text) => drafts.keep(id, text) };
}
