import type { JSX } from "preact";
import type { PageCell } from "@/pipeline/table/paging/table_page.ts";
import { numberWords } from "./number_words.ts";

/** A cell of a data table; a hole is marked. */
export function TableCell({ value, type }: { value: PageCell; type: string }): JSX.Element {
  if (value === null) return <td class={type === "number" ? "right hole" : "hole"}>∅</td>;
  if (typeof value === "number") return <td class="right">{numberWords(value)}</td>;
  if (typeof value === "boolean") return <td>{String(value)}</td>;
  const text = type === "time" ? value.replace("T", " ").replace(/(\.000)?Z$/, "") : value;
  return text.length > 48 ? <td class="wrap">{text}</td> : <td>{text}</td>;
}
