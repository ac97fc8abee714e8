import assert from "node:assert/strict";
import { notebooksSchema } from "@/web/api_schema.ts";
import {
  type OpeningNotebook,
  type OpeningRefusal,
  type OpeningSummary,
  openingSummarySchema,
} from "@/web/opening_schema.ts";
import type { ApiApp } from "./api_app.ts";

export type Content = string | Uint8Array<ArrayBuffer>;

export function post(content: Content): RequestInit {
  return { method: "POST", body: content };
}

export async function summaryOf(
  app: ApiApp,
  name: string,
  content: Content,
  reading = "",
): Promise<OpeningSummary> {
  const query = `name=${encodeURIComponent(name)}${reading && `&reading=${reading}`}`;
  return await app.ask(openingSummarySchema, `/api/opening/summary?${query}`, post(content));
}

export async function notebookOf(
  app: ApiApp,
  name: string,
  content: Content,
  reading = "",
): Promise<OpeningNotebook> {
  const summary = await summaryOf(app, name, content, reading);
  assert(summary.kind === "notebook", JSON.stringify(summary));
  return summary;
}

export async function refusalOf(
  app: ApiApp,
  name: string,
  content: Content,
): Promise<OpeningRefusal> {
  const summary = await summaryOf(app, name, content);
  assert(summary.kind === "nothing", JSON.stringify(summary).slice(0, 500));
  const { problem } = summary;
  for (const text of [problem.message, problem.hint]) {
    assert(text.en.length > 0 && text.zh.length > 0);
  }
  assert.equal(problem.place.file, name);
  const { status, code } = await app.fail(
    `/api/opening?name=${encodeURIComponent(name)}&run=true`,
    post(content),
  );
  assert([400, 413, 422].includes(status), `${status}`);
  assert.equal(code, problem.code);
  return summary;
}

export async function assertNothingMade(app: ApiApp): Promise<void> {
  assert.deepEqual((await app.ask(notebooksSchema, "/api/notebooks")).notebooks, []);
  assert.deepEqual(app.workspace.notebooks.list(), []);
  assert.deepEqual(app.defects, []);
}

export function notebook(cells: readonly unknown[], more: object = {}): string {
  return JSON.stringify({ format: 1, title: "From elsewhere", cells, ...more });
}

export function jupyter(cells: readonly unknown[], more: object = {}): string {
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells, ...more });
}

export function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array<ArrayBuffer> {
  const units = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(2 * units.length));
  for (let index = 0; index < units.length; index++) {
    view.setUint16(2 * index, units.charCodeAt(index), littleEndian);
  }
  return new Uint8Array(view.buffer);
}
