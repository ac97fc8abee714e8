import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { checkNotebook, notebookLimits, type ParsedNotebook } from "@/pipeline/kernel/notebook.ts";
import { notebookProblem } from "@/pipeline/kernel/notebook_problems.ts";
import {
  checkPipelineDocument,
  isPipelineDocument,
  type PipelineDocument,
  pipelineLimits,
} from "@/pipeline/model/pipeline_file.ts";
import { pipelineProblem } from "@/pipeline/model/pipeline_problems.ts";
import { HealerError, type Text } from "@/pipeline/problem.ts";
import { findOrigin } from "../export/ipynb_origin.ts";
import type { OpeningNotice, Reading } from "../opening_schema.ts";
import { fileText } from "./file_text.ts";
import { foreignNotebook } from "./foreign_notebook.ts";
import { type JupyterNotebook, looksLikeJupyter, readJupyter } from "./jupyter_notebook.ts";
import { editedNotices, unreadableOrigin } from "./origin_notices.ts";
import { parseStrangeJson } from "./parse_json.ts";
import { openingProblem } from "./problems.ts";

/** A file that is to be opened. */
export interface OpeningFileContent {
  /** What the user calls it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How it is to be read. */
export interface OpeningOptions {
  readonly kinds: ReadonlyMap<string, CellKind>;
  /** Of notes that are made of foreign texts. */
  readonly language: keyof Text;
  /** Of a Jupyter notebook. */
  readonly reading?: Reading | undefined;
}

/** A notebook that can be made of a file. */
export interface ReadNotebook {
  readonly kind: "notebook";
  readonly parsed: ParsedNotebook;
  /** The version of the file's format. */
  readonly format: string;
  /** Null where it is no Jupyter notebook. */
  readonly reading: Reading | null;
  readonly otherReading: Reading | null;
  readonly notices: readonly OpeningNotice[];
}

/** A pipeline that can be made of a file. */
export interface ReadPipeline {
  readonly kind: "pipeline";
  readonly pipeline: PipelineDocument;
}

/** What can be made of a file. */
export type ReadOpening = ReadNotebook | ReadPipeline;

/**
 * Reads a file that a stranger may have made; nothing is stored, and nothing runs.
 *
 * @throws {HealerError} `opening/…`, `notebook/…`, `pipeline/…`: why nothing can be made of it
 */
export function readOpening(
  { name, bytes }: OpeningFileContent,
  options: OpeningOptions,
): ReadOpening {
  try {
    const text = fileText(bytes, name);
    const document = parseStrangeJson(text, name);
    if (looksLikeJupyter(document)) {
      return readJupyterFile(readJupyter(document, name), name, options);
    }
    if (/\.ipynb$/i.test(name)) throw new HealerError(openingProblem.notJupyter(name));
    const isPipeline = isPipelineDocument(document);
    if (text.length > (isPipeline ? pipelineLimits : notebookLimits).characters) {
      throw new HealerError(tooLarge[isPipeline ? "pipeline" : "notebook"]);
    }
    if (isPipeline) return { kind: "pipeline", pipeline: checkPipelineDocument(document) };
    const parsed = checkNotebook(document, options.kinds);
    const format = String(formatOf(document));
    return {
      kind: "notebook",
      parsed,
      format,
      reading: null,
      otherReading: null,
      notices: [],
    };
  } catch (cause) {
    if (!(cause instanceof HealerError) || cause.problem.place.file !== undefined) throw cause;
    const { problem } = cause;
    throw new HealerError({ ...problem, place: { file: name, ...problem.place } }, { cause });
  }
}

function readJupyterFile(
  jupyter: JupyterNotebook,
  name: string,
  { kinds, language, reading }: OpeningOptions,
): ReadNotebook {
  const visible = jupyter.cells.map((cell) => ({
    type: cell?.type ?? "",
    source: cell?.source ?? "",
  }));
  const origin = findOrigin(jupyter.metadata, visible, kinds);
  const format = jupyter.version;
  if (reading === "own" && origin === undefined) {
    throw new HealerError(openingProblem.noOwn(name));
  }
  if (reading === "own" && origin !== undefined && "problem" in origin) {
    throw new HealerError(origin.problem);
  }
  if (reading !== "foreign" && origin !== undefined && "parsed" in origin) {
    const notices = editedNotices(origin);
    const { parsed } = origin;
    return { kind: "notebook", parsed, format, reading: "own", otherReading: "foreign", notices };
  }
  const { notebook, notices } = foreignNotebook(jupyter, name, language);
  const isOwnThere = origin !== undefined && "parsed" in origin;
  const why = origin !== undefined && "problem" in origin ? [unreadableOrigin(origin.problem)] : [];
  return {
    kind: "notebook",
    parsed: checkNotebook(notebook, kinds),
    format,
    reading: "foreign",
    otherReading: isOwnThere ? "own" : null,
    notices: [...why, ...notices],
  };
}

const tooLarge = {
  notebook: notebookProblem.tooLarge(notebookLimits.characters),
  pipeline: pipelineProblem.tooLarge(pipelineLimits.characters),
} as const;

function formatOf(document: unknown): unknown {
  return typeof document === "object" && document !== null && "format" in document
    ? document.format
    : undefined;
}
