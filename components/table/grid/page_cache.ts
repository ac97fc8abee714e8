import type { Problem } from "@/pipeline/problem.ts";
import type { TableColumn } from "@/pipeline/table/column_type.ts";
import type { PageCell, TablePage, TableQuery } from "@/pipeline/table/paging/table_page.ts";
import { problemOf } from "@/islands/api.ts";
import type { TableSource } from "../table_source.ts";

/** Rows and columns that are asked for together. */
const blockRows = 100;
const chunkColumns = 16;

/** So many requests are on their way at most: browsers take six, and one is the event stream's. */
const requests = 3;

/** So many answers are kept. */
const keptPages = 400;

/** The rows and columns in sight. */
export interface Sight {
  readonly firstRow: number;
  /** Behind the last one. */
  readonly endRow: number;
  /** Indexes among all columns. */
  readonly columns: readonly number[];
  /** Which way the rows go: 1 down, -1 up. */
  readonly direction: number;
}

/** The rows of one query, fetched when they come in sight and a little before. What is out of sight again is not waited for. */
export class PageCache {
  /** How many rows the query has; undefined until the first answer. */
  rows: number | undefined;
  private readonly pages = new Map<string, TablePage>();
  private readonly underWay = new Map<string, AbortController>();
  private wanted: string[] = [];
  private sight: Sight | undefined;
  private isClosed = false;

  constructor(
    private readonly source: TableSource,
    private readonly columns: readonly TableColumn[],
    private readonly query: TableQuery,
    private readonly onChange: (problem?: Problem) => void,
  ) {}

  /** A cell; undefined where it is on its way. */
  cell(row: number, column: number): PageCell | undefined {
    const page = this.pages.get(
      keyOf(Math.floor(row / blockRows), Math.floor(column / chunkColumns)),
    );
    return page?.cells[row % blockRows]?.[column % chunkColumns];
  }

  /** Where a row stands in the file, from 0; undefined where it is on its way. */
  rowNumber(row: number, column: number): number | undefined {
    const page = this.pages.get(
      keyOf(Math.floor(row / blockRows), Math.floor(column / chunkColumns)),
    );
    return page?.rowNumbers[row % blockRows];
  }

  /** Fetches what is in sight, then what comes next; breaks off what is neither. */
  look(sight: Sight): void {
    this.sight = sight;
    const { firstRow, endRow, columns, direction } = sight;
    const chunks = [...new Set(columns.map((column) => Math.floor(column / chunkColumns)))];
    const first = Math.floor(firstRow / blockRows);
    const last = Math.floor(Math.max(firstRow, endRow - 1) / blockRows);
    const next = direction < 0 ? first - 1 : last + 1;
    const blocks = [...range(first, last), next].filter((block) => this.isThere(block));
    this.wanted = blocks.flatMap((block) => chunks.map((chunk) => keyOf(block, chunk)));
    for (const [key, request] of this.underWay) {
      if (!this.wanted.includes(key)) request.abort();
    }
    for (const key of this.wanted) this.touch(key);
    this.fetchNext();
  }

  /** Ends all that is under way. */
  close(): void {
    this.isClosed = true;
    for (const request of this.underWay.values()) request.abort();
  }

  private isThere(block: number): boolean {
    return block >= 0 && (this.rows === undefined ? block === 0 : block * blockRows < this.rows);
  }

  private fetchNext(): void {
    for (const key of this.wanted) {
      if (this.isClosed || this.underWay.size >= requests) return;
      if (!this.pages.has(key) && !this.underWay.has(key)) void this.fetch(key);
    }
  }

  private async fetch(key: string): Promise<void> {
    const request = new AbortController();
    this.underWay.set(key, request);
    const [block = 0, chunk = 0] = key.split(" ").map(Number);
    const columns = this.columns.slice(chunk * chunkColumns, (chunk + 1) * chunkColumns)
      .map(({ name }) => name);
    try {
      const wanted = { ...this.query, offset: block * blockRows, limit: blockRows, columns };
      const page = await this.source.page(wanted, request.signal);
      const isFirst = this.rows === undefined;
      this.rows = page.rows;
      this.pages.set(key, page);
      this.forget();
      this.underWay.delete(key);
      // Only now it is known which of the rows in sight there are.
      if (isFirst && this.sight !== undefined) this.look(this.sight);
      if (!this.isClosed) this.onChange();
    } catch (error) {
      this.underWay.delete(key);
      if (!request.signal.aborted) {
        // It would fail again at once; looking elsewhere tries anew.
        this.wanted = [];
        if (!this.isClosed) this.onChange(problemOf(error));
      }
    }
    this.fetchNext();
  }

  private touch(key: string): void {
    const page = this.pages.get(key);
    if (page === undefined) return;
    this.pages.delete(key);
    this.pages.set(key, page);
  }

  private forget(): void {
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= keptPages) return;
      this.pages.delete(oldest);
    }
  }
}

function keyOf(block: number, chunk: number): string {
  return `${block} ${chunk}`;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
