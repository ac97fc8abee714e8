import { type CellKind, type CellTable, cellTableSchema } from "@/pipeline/cells/cell_kind.ts";
import { type DiagnosisValue, diagnosisValueSchema } from "@/pipeline/cells/diagnosis_value.ts";
import type { ModelValue } from "@/pipeline/cells/model_value.ts";
import type { TableFile } from "@/pipeline/cells/table_file.ts";
import type { CellTask, Executor, TaskEvent, TaskOutcome } from "@/pipeline/kernel/executor.ts";
import type { FairQueue } from "@/pipeline/kernel/fair_queue.ts";
import { kernelProblem } from "@/pipeline/kernel/kernel_problems.ts";
import { HealerError, type Text } from "@/pipeline/problem.ts";
import type { Model } from "@/store/models.ts";
import { cardOf } from "./model_answer.ts";

/** The cell kind that diagnoses. */
const kindName = "diagnose";

const onnxMedia = "application/onnx";

/** What a diagnosis is made from. */
export interface DiagnosisRequest {
  readonly model: Model;
  readonly file: TableFile;
  readonly errorRate: number;
  /** More params: how the file is read. */
  readonly reading?: Readonly<Record<string, unknown>>;
  /** Of the warnings. */
  readonly language: keyof Text;
}

/** Where it is made. */
export interface DiagnosisServices {
  readonly kinds: ReadonlyMap<string, CellKind>;
  readonly executor: Executor;
  readonly queue: FairQueue;
  /** Ends the work. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: TaskEvent) => void;
}

/** What came of it. The files are there until it is disposed of. */
export interface DiagnosedFile extends Pick<TaskOutcome, "files">, AsyncDisposable {
  readonly value: DiagnosisValue;
  /** The result once more, as Parquet. */
  readonly table: CellTable;
  readonly notices: TaskOutcome["result"]["notices"];
  readonly figures: TaskOutcome["result"]["figures"];
}

/**
 * Applies a model to the rows of a file, in a kernel.
 *
 * @throws {HealerError} where the file does not fit the model, cannot be read, or the kernel fails
 */
export async function diagnoseFile(
  request: DiagnosisRequest,
  { kinds, executor, queue, signal, onEvent }: DiagnosisServices,
): Promise<DiagnosedFile> {
  const kind = kinds.get(kindName);
  if (kind === undefined) throw new HealerError(kernelProblem.unknownKind(kindName, kindName));
  const release = await queue.acquire("diagnoses", signal);
  try {
    const outcome = await executor.execute(taskOf(request, kind), { signal, onEvent });
    const { result, files } = outcome;
    return {
      value: diagnosisValueSchema.parse(result.values.diagnosis),
      table: cellTableSchema.parse(result.tables[0]),
      notices: result.notices,
      figures: result.figures,
      files,
      [Symbol.asyncDispose]: () => outcome[Symbol.asyncDispose](),
    };
  } catch (error) {
    throw error instanceof HealerError ? withoutCell(error) : error;
  } finally {
    release();
  }
}

function taskOf(
  { model, file, language, errorRate, reading }: DiagnosisRequest,
  kind: CellKind,
): CellTask {
  const content = { sha256: model.sha256, bytes: model.bytes, media: onnxMedia };
  const value: ModelValue = {
    type: "model",
    file: content,
    card: cardOf(model),
    learntFrom: { table: "", split: null },
  };
  return {
    cell: kind.kind,
    kind: kind.kind,
    version: kind.version,
    params: kind.params.parse({ ...reading, file, language, errorRate }),
    inputs: { model: value },
    seed: 0,
    files: [content, file.content],
  };
}

/** The same problem of work that is no cell's: there is none to be looked at. */
export function withoutCell(error: HealerError): HealerError {
  const { cell: _, ...place } = error.problem.place;
  return new HealerError({ ...error.problem, place }, { cause: error });
}
