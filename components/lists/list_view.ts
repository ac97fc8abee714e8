import { useMemo, useState } from "preact/hooks";
import type { Language } from "@/web/language.ts";
import { useRemembered } from "../remembered.ts";
import type { ListKind } from "./list_kind.ts";

const locales = { en: "en", zh: "zh-CN" } as const;

/** What of a list is in sight. */
export interface ListView<Entry> {
  readonly sort: string;
  setSort(sort: string): void;
  readonly search: string;
  setSearch(search: string): void;
  /** All that the search finds, sorted. */
  readonly found: readonly Entry[];
  /** The first of them, or all. */
  readonly shown: readonly Entry[];
  showAll(): void;
}

/** Sorts, searches and shortens a list; how it is sorted the browser remembers. */
export function useListView<Entry>(
  { list, sorts, searched }: ListKind<Entry>,
  entries: readonly Entry[],
  { language, inSight, isWhole }: {
    readonly language: Language;
    readonly inSight: number;
    readonly isWhole: boolean;
  },
): ListView<Entry> {
  const [sort, setSort] = useRemembered(
    `healer-sort-${list}`,
    sorts.map(({ name }) => name),
    sorts[0].name,
  );
  const [search, setSearch] = useState("");
  const [wantsAll, setWantsAll] = useState(isWhole);
  const searchable = useMemo(
    () => entries.map((entry) => ({ entry, text: folded(searched(entry, language).join("\n")) })),
    [entries, language],
  );
  const sorted = useMemo(() => {
    const { compare } = sorts.find(({ name }) => name === sort) ?? sorts[0];
    const names = new Intl.Collator(locales[language], { numeric: true });
    return searchable.toSorted((a, b) => compare(a.entry, b.entry, names));
  }, [searchable, sort]);
  const found = useMemo(() => {
    const words = folded(search).split(/\s+/).filter((word) => word !== "");
    return sorted.filter(({ text }) => words.every((word) => text.includes(word)))
      .map(({ entry }) => entry);
  }, [sorted, search]);
  return {
    sort,
    setSort,
    search,
    setSearch,
    found,
    shown: wantsAll ? found : found.slice(0, inSight),
    showAll: () => setWantsAll(true),
  };
}

/** A text as searches compare it: capitals and the width of letters do not matter. */
function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
