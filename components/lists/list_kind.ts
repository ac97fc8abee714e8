import type { Text } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import type { ListName } from "@/web/lists_schema.ts";

/** One way to sort a list. */
export interface ListSort<Entry> {
  readonly name: string;
  readonly label: Text;
  /** Negative where `a` comes first. */
  readonly compare: (a: Entry, b: Entry, names: Intl.Collator) => number;
}

/** What a list of the workspace is made of, for all that lists have in common. */
export interface ListKind<Entry> {
  readonly list: ListName;
  readonly title: Text;
  /** What its search is called. */
  readonly search: Text;
  /** What is said where there is nothing. */
  readonly empty: Text;
  /** The usual order first. */
  readonly sorts: readonly [ListSort<Entry>, ...ListSort<Entry>[]];
  /** Whether an entry can be copied. */
  readonly hasCopies: boolean;
  /** The name that the user gave; may be empty. */
  nameOf(entry: Entry): string;
  /** What stands in the list for an entry. */
  shownName(entry: Entry, language: Language): string;
  /** All that a search looks into. */
  searched(entry: Entry, language: Language): readonly string[];
}
