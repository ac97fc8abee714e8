import type { SortColumn } from "@/pipeline/table/paging/table_page.ts";
import type { Language } from "@/web/language.ts";
import { gridTexts } from "../../texts_grid.ts";
import type { ColumnChoices, PlacedColumn } from "./column_layout.ts";
import type { MenuItem } from "../../menu_list.tsx";

/** What can be done to a column. */
export function columnActions(
  { name, isPinned }: PlacedColumn,
  sort: readonly SortColumn[],
  language: Language,
  { setSort, setChoices, filter, summary, copy }: {
    readonly setSort: (sort: readonly SortColumn[]) => void;
    readonly setChoices: (change: (before: ColumnChoices) => ColumnChoices) => void;
    readonly filter: (column: string) => void;
    readonly summary: (column: string) => void;
    readonly copy: (column: string) => void;
  },
): MenuItem[] {
  const isSorted = sort.some(({ column }) => column === name);
  const without = (names: readonly string[]): string[] => names.filter((each) => each !== name);
  return [
    {
      label: gridTexts.sortUp[language],
      icon: "up",
      onChoose: () => setSort([{ column: name, descending: false }]),
    },
    {
      label: gridTexts.sortDown[language],
      icon: "down",
      onChoose: () => setSort([{ column: name, descending: true }]),
    },
    ...(isSorted
      ? [{
        label: gridTexts.unsort[language],
        icon: "close" as const,
        onChoose: () => setSort(sort.filter(({ column }) => column !== name)),
      }]
      : []),
    { label: gridTexts.filterColumn[language], icon: "filter", onChoose: () => filter(name) },
    {
      label: (isPinned ? gridTexts.unpin : gridTexts.pin)[language],
      icon: "columns",
      onChoose: () =>
        setChoices((before) => ({
          ...before,
          pinned: isPinned ? without(before.pinned) : [...before.pinned, name],
        })),
    },
    {
      label: gridTexts.hide[language],
      icon: "remove",
      onChoose: () =>
        setChoices((before) => ({
          ...before,
          pinned: without(before.pinned),
          hidden: [...without(before.hidden), name],
        })),
    },
    { label: gridTexts.copyColumn[language], icon: "copy", onChoose: () => copy(name) },
    { label: gridTexts.summary[language], icon: "chart", onChoose: () => summary(name) },
  ];
}
