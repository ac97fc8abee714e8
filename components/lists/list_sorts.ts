import type { Text } from "@/pipeline/problem.ts";
import { listTexts } from "../texts_lists.ts";
import type { ListSort } from "./list_kind.ts";

/** By name; of equal names the later version first, where entries have versions. */
export function nameSort<Entry>(
  nameOf: (entry: Entry) => string,
  versionOf: (entry: Entry) => number = () => 0,
): ListSort<Entry> {
  return {
    name: "name",
    label: listTexts.sortName,
    compare: (a, b, names) => names.compare(nameOf(a), nameOf(b)) || versionOf(b) - versionOf(a),
  };
}

/** By a moment, ISO 8601: the newest first. */
export function timeSort<Entry>(
  name: string,
  label: Text,
  timeOf: (entry: Entry) => string,
): ListSort<Entry> {
  return {
    name,
    label,
    compare: (a, b) => {
      const [first, second] = [timeOf(a), timeOf(b)];
      return first < second ? 1 : first > second ? -1 : 0;
    },
  };
}

/** By a number: the largest first; what has none last. */
export function numberSort<Entry>(
  name: string,
  label: Text,
  numberOf: (entry: Entry) => number | null,
): ListSort<Entry> {
  return {
    name,
    label,
    compare: (a, b) => (numberOf(b) ?? -Infinity) - (numberOf(a) ?? -Infinity) || 0,
  };
}
