import type { ComponentChildren } from "preact";
import type { PageCell } from "@/pipeline/table/paging/table_page.ts";

/** How a page shows cells that mean something to it; undefined leaves a cell as it is. */
export type CellView = (column: string, value: PageCell) => ComponentChildren;
