import { createHash } from "node:crypto";
import { z } from "zod";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import {
  kindsByName,
  type Notebook,
  parseNotebook,
  printNotebook,
} from "@/pipeline/kernel/notebook.ts";
import { engineVersion } from "@/pipeline/version.ts";
import { allFiles } from "@/web/export/all_files.ts";
import type { ExportSource } from "@/web/export/export_source.ts";
import { exportFormat } from "@/web/export/formats.ts";

const root = new URL("../", import.meta.url);

/** The notebook that ships with the workbench, in every form. */
export const examplesFolder = new URL("docs/examples/", root);

const name = "fault-diagnosis";

/** What the examples were made of, and what each holds, by SHA-256. */
export const examplesListSchema = z.strictObject({
  engine: z.string(),
  notebook: z.string(),
  files: z.record(z.string(), z.string()),
});

/** The forms of the notebook that are examples, and in which languages. */
const formats = [
  { as: "notebook", file: `${name}.json`, language: "en" },
  { as: "html", file: `${name}.en.html`, language: "en" },
  { as: "html", file: `${name}.zh.html`, language: "zh" },
  { as: "ipynb", file: `${name}.ipynb`, language: "en" },
  { as: "pipeline", file: `${name}.pipeline.json`, language: "en" },
  { as: "script", file: `${name}.ts`, language: "en" },
] as const;

/** The files of cells that are examples. */
const cellFiles = new Set(["train.onnx", "train.card.json", "diagnose.csv"]);

/** When the cells ran, as far as the examples tell: the same bytes come of making them again. */
const moment = "2026-01-01T00:00:00.000Z";

/** The notebook that the examples are made of. */
export async function exampleNotebook(): Promise<Notebook> {
  const text = await Deno.readTextFile(new URL(`notebooks/${name}.json`, root));
  return parseNotebook(text, kindsByName(cellKinds)).notebook;
}

/** The forms that need no results, or those of the cells that `source` has run. */
export async function exampleForms(
  source: ExportSource,
  wanted: readonly (typeof formats)[number]["as"][] = formats.map(({ as }) => as),
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const { as, file, language } of formats) {
    if (!wanted.includes(as)) continue;
    const content = await exportFormat(as).make({ ...timeless(source), language });
    files.set(file, typeof content === "string" ? new TextEncoder().encode(content) : content);
  }
  return files;
}

/** All examples, with the list of what they are. */
export async function exampleFiles(source: ExportSource): Promise<Map<string, Uint8Array>> {
  const files = await exampleForms(source);
  for (const file of allFiles(source)) {
    if (!cellFiles.has(file.name)) continue;
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    await file.write((piece) => void pieces.push(piece.slice()));
    files.set(file.name, new Uint8Array(await new Blob(pieces).arrayBuffer()));
  }
  const list = {
    engine: engineVersion,
    notebook: hashOf(new TextEncoder().encode(printNotebook(source.notebook))),
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, hashOf(bytes)])),
  };
  files.set("list.json", new TextEncoder().encode(JSON.stringify(list, null, 2) + "\n"));
  return files;
}

/** The SHA-256 of a file, in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function timeless(source: ExportSource): ExportSource {
  return {
    ...source,
    cells: source.cells.map((cell) => ({
      ...cell,
      ...(cell.finished === undefined ? {} : { finished: moment, seconds: 0 }),
      state: cell.state.state === "fresh" || cell.state.state === "cached"
        ? { ...cell.state, finished: moment, seconds: 0 }
        : cell.state,
    })),
  };
}
