import type { FaultCatalogue, FaultEntry } from "@/pipeline/model/fault_catalogue.ts";
import { isNormalLabel } from "@/pipeline/table/normal_label.ts";

/** What a class has of which nobody has said anything. */
export function blankEntry(fault: string): FaultEntry {
  return {
    fault,
    name: { en: "", zh: "" },
    description: { en: "", zh: "" },
    severity: isNormalLabel(fault) ? "none" : "medium",
    colour: null,
    remedies: [],
  };
}

/** What a catalogue says of a class. */
export function entryOf(catalogue: FaultCatalogue, fault: string): FaultEntry {
  return catalogue.find((entry) => entry.fault === fault) ?? blankEntry(fault);
}

/** A catalogue with another entry for one class. */
export function withEntry(catalogue: FaultCatalogue, changed: FaultEntry): FaultCatalogue {
  const isKnown = catalogue.some(({ fault }) => fault === changed.fault);
  return isKnown
    ? catalogue.map((entry) => entry.fault === changed.fault ? changed : entry)
    : [...catalogue, changed];
}

/** A catalogue without entries that say nothing, and without remedies that nobody has written. */
export function withoutBlanks(catalogue: FaultCatalogue): FaultCatalogue {
  return catalogue
    .map((entry) => ({
      ...entry,
      remedies: entry.remedies.filter(({ en, zh, id }) =>
        id !== undefined || en.trim() !== "" || zh.trim() !== ""
      ),
    }))
    .filter((entry) => !isSameEntry(entry, blankEntry(entry.fault)));
}

/** The classes of which one catalogue says something else than another. */
export function changedFaults(before: FaultCatalogue, after: FaultCatalogue): string[] {
  const faults = new Set([...before, ...after].map(({ fault }) => fault));
  return [...faults].filter((fault) => !isSameEntry(entryOf(before, fault), entryOf(after, fault)));
}

/** What was changed here, on top of what was saved elsewhere meanwhile. */
export interface RebasedDraft {
  readonly draft: FaultCatalogue;
  /** The classes that both have changed, differently: there the draft has what was changed here. */
  readonly contested: readonly string[];
}

/** Puts the changes from `base` to `draft` on top of `theirs`, so that neither side's work is lost. */
export function rebase(
  base: FaultCatalogue,
  draft: FaultCatalogue,
  theirs: FaultCatalogue,
): RebasedDraft {
  const mine = changedFaults(base, draft);
  const others = new Set(changedFaults(base, theirs));
  return {
    draft: mine.reduce((merged, fault) => withEntry(merged, entryOf(draft, fault)), theirs),
    contested: mine.filter((fault) =>
      others.has(fault) && !isSameEntry(entryOf(draft, fault), entryOf(theirs, fault))
    ),
  };
}

/** Takes entries over from another catalogue, where they are of one of `faults` and say something else. */
export function takeOver(
  draft: FaultCatalogue,
  other: FaultCatalogue,
  faults: readonly string[],
): { readonly draft: FaultCatalogue; readonly taken: number } {
  const known = new Set(faults);
  const news = other.filter((entry) =>
    known.has(entry.fault) && !isSameEntry(entry, entryOf(draft, entry.fault))
  );
  return { draft: news.reduce(withEntry, draft), taken: news.length };
}

/** Fills in what is known of classes of which nobody has said anything. */
export function fillIn(
  draft: FaultCatalogue,
  known: FaultCatalogue,
  faults: readonly string[],
): { readonly draft: FaultCatalogue; readonly taken: number } {
  const blank = faults.filter((fault) => isSameEntry(entryOf(draft, fault), blankEntry(fault)));
  return takeOver(draft, known, blank);
}

function isSameEntry(one: FaultEntry, other: FaultEntry): boolean {
  return textOf(one) === textOf(other);
}

function textOf({ fault, name, description, severity, colour, remedies }: FaultEntry): string {
  return JSON.stringify([
    fault,
    [name.en, name.zh, description.en, description.zh],
    severity,
    colour,
    remedies.map(({ en, zh, id }) => [en, zh, id]),
  ]);
}
