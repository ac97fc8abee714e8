import type { ApiKind as Kind } from "@/web/api_schema.ts";
import { missingTypes } from "@/islands/notebook/wires.ts";
import type { Structure } from "@/islands/notebook/structure.ts";
import { groupTexts } from "../texts_notebook.ts";

/** A kind of cell that can be added. */
export interface PaletteEntry {
  readonly kind: Kind;
  /** The types it needs that nothing above gives. */
  readonly missing: readonly string[];
}

/** A group of the palette with what was found in it. */
export interface PaletteGroup {
  readonly group: Kind["group"];
  readonly entries: readonly PaletteEntry[];
}

/** The kinds whose name or purpose, in either language, has all the words that were typed, by group. */
export function paletteGroups(
  kinds: ReadonlyMap<string, Kind>,
  notebook: Structure,
  index: number,
  sought: string,
): PaletteGroup[] {
  const words = sought.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const found = [...kinds.values()].filter((kind) => {
    const text = textOf(kind);
    return words.every((word) => text.includes(word));
  });
  return groups.map((group) => ({
    group,
    entries: found.filter((kind) => kind.group === group)
      .map((kind) => ({ kind, missing: missingTypes(notebook, kinds, kind, index) })),
  })).filter(({ entries }) => entries.length > 0);
}

const groups: readonly Kind["group"][] = [
  "data",
  "preprocess",
  "select",
  "train",
  "judge",
  "diagnose",
  "look",
  "write",
];

function textOf({ kind, title, summary, group }: Kind): string {
  const { en, zh } = groupTexts[group];
  return [kind, title.en, title.zh, summary.en, summary.zh, en, zh].join(" ").toLowerCase();
}
