import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { HealerError, type Text } from "@/pipeline/problem.ts";
import type { Workspace } from "@/store/workspace.ts";
import { type OpeningFileContent, readOpening } from "../opening/read_opening.ts";
import { summarizeNotebook } from "../opening/summarize_notebook.ts";
import { summarizePipeline } from "../opening/summarize_pipeline.ts";
import type { Opened, OpeningSummary, Reading } from "../opening_schema.ts";
import type { WorkbenchNotebooks } from "./notebooks.ts";
import type { WorkbenchPipelines } from "./pipelines.ts";

/** What files are opened with. */
export interface OpeningServices {
  readonly workspace: Workspace;
  readonly kinds: ReadonlyMap<string, CellKind>;
  readonly notebooks: WorkbenchNotebooks;
  readonly pipelines: WorkbenchPipelines;
}

/** How a file is opened. */
export interface OpeningRequest {
  /** Of a Jupyter notebook. */
  readonly reading?: Reading | undefined;
  /** Of what is made of texts that have none. */
  readonly language: keyof Text;
}

/** Files from elsewhere: what they are is told first, and nothing is made of one until it is asked for. */
export class WorkbenchOpening {
  constructor(private readonly services: OpeningServices) {}

  /** What a file will do once it is opened, or why it cannot be. Nothing is stored, and nothing runs. */
  summary(content: OpeningFileContent, { reading, language }: OpeningRequest): OpeningSummary {
    const { kinds, workspace: { blobs } } = this.services;
    const file = { name: content.name, bytes: content.bytes.length };
    try {
      const opening = readOpening(content, { kinds, language, reading });
      if (opening.kind === "pipeline") return summarizePipeline(opening.pipeline, file);
      const hasContent = (sha256: string): boolean => blobs.has(sha256);
      return summarizeNotebook(opening, file, { kinds, language, hasContent });
    } catch (error) {
      if (!(error instanceof HealerError)) throw error;
      const otherReading = reading === "own" ? "foreign" : null;
      return { kind: "nothing", file, problem: error.problem, otherReading };
    }
  }

  /**
   * Makes what a file holds.
   *
   * @param run Whether a notebook runs at once; otherwise nothing of it does.
   * @throws {HealerError} `opening/…`, `notebook/…`, `pipeline/…`
   */
  async open(
    content: OpeningFileContent,
    { reading, language, run }: OpeningRequest & { readonly run: boolean },
  ): Promise<Opened> {
    const { kinds, notebooks, pipelines } = this.services;
    const opening = readOpening(content, { kinds, language, reading });
    if (opening.kind === "pipeline") {
      return { kind: "pipeline", id: pipelines.add(opening.pipeline).id };
    }
    return { kind: "notebook", id: await notebooks.add(opening.parsed.notebook, run, true) };
  }
}
