import { missingTypes, neededKinds } from "@/islands/notebook/wires.ts";
import type { Structure } from "@/islands/notebook/structure.ts";
import type { ApiKind as Kind } from "@/web/api_schema.ts";
import { groupTexts } from "../texts_kinds.ts";
import { synonyms } from "./palette_synonyms.ts";

/** A kind of cell that can be added. */
export interface PaletteEntry {
  readonly kind: Kind;
  /** The types it needs that nothing above gives. */
  readonly missing: readonly string[];
  /** The kinds of cells that would give them, to be added before it. */
  readonly needed: readonly string[];
  /** How well it fits what was typed; the highest is the one to choose. */
  readonly score: number;
}

/** A group of the palette with what was found in it. */
export interface PaletteGroup {
  readonly group: Kind["group"];
  readonly entries: readonly PaletteEntry[];
}

/** The kinds whose name, purpose or synonyms, in either language, have all the words that were typed, by group. */
export function paletteGroups(
  kinds: ReadonlyMap<string, Kind>,
  notebook: Structure,
  index: number,
  sought: string,
): PaletteGroup[] {
  const words = wordsOf(sought);
  const entries = [...kinds.values()].flatMap((kind): PaletteEntry[] => {
    const score = scoreOf(kind, words);
    if (score === 0) return [];
    const missing = missingTypes(notebook, kinds, kind, index);
    const needed = missing.length === 0 ? [] : neededKinds(notebook, kinds, kind, index);
    return [{ kind, missing, needed, score }];
  });
  return groups.map((group) => ({
    group,
    entries: entries.filter(({ kind }) => kind.group === group),
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

function wordsOf(sought: string): string[] {
  return sought.toLowerCase().split(/[\s,，、]+/).filter((word) => word !== "");
}

/** How well a kind fits all the words, as well as the word that fits worst; 0 where one does not fit at all. */
function scoreOf(kind: Kind, words: readonly string[]): number {
  if (words.length === 0) return 1;
  const titles = [kind.title.en, kind.title.zh, kind.kind].map((text) => text.toLowerCase());
  const others = (synonyms[kind.kind] ?? "").toLowerCase();
  const { en, zh } = groupTexts[kind.group];
  const rest = [kind.summary.en, kind.summary.zh, en, zh].join(" ").toLowerCase();
  return Math.min(...words.map((word) => {
    if (titles.some((title) => title === word)) return 6;
    if (titles.some((title) => title.startsWith(word))) return 5;
    if (titles.some((title) => title.includes(word))) return 4;
    if (others.split(" ").some((other) => other.startsWith(word))) return 3;
    if (plain(others).includes(plain(word))) return 2;
    return rest.includes(word) ? 1 : 0;
  }));
}

/** Without hyphens, so that "tsne" and "t-sne" are the same. */
function plain(text: string): string {
  return text.replaceAll("-", "");
}
