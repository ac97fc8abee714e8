import * as onnxruntime from "onnxruntime-node";
import { HealerError } from "../problem.ts";
import type { Tensor } from "./onnx_model.ts";
import { onnxProblem } from "./problems.ts";

/** How onnxruntime shall work. */
export interface SessionOptions {
  /**
   * Threads of one operator. With 1, the default, a row gives the same bits whichever rows run with it; with
   * more, sums of trees differ in their last bits.
   */
  readonly threads?: number;
}

/** An ONNX graph loaded into onnxruntime. */
export interface Session {
  /**
   * Runs the graph once; `outputs` names what to compute (all outputs by default).
   *
   * @throws {HealerError} `onnx/run-failed` when onnxruntime stops, for example on a wrong shape.
   */
  run(
    feeds: ReadonlyMap<string, Tensor>,
    outputs?: readonly string[],
  ): Promise<ReadonlyMap<string, Tensor>>;
  /** Frees the native memory; the session cannot run afterwards. Calling it twice does no harm. */
  release(): Promise<void>;
}

/**
 * Loads the bytes of an ONNX file into onnxruntime as they are; files from outside go through
 * `decodeModel` first. A run blocks the thread it is called on until it is done.
 *
 * @throws {HealerError} `onnx/runtime-refused`.
 */
export async function openSession(
  bytes: Uint8Array,
  options: SessionOptions = {},
): Promise<Session> {
  // Errors come back as exceptions; without this onnxruntime prints each of them on stderr, too.
  onnxruntime.env.logLevel = "fatal";
  const threads = options.threads ?? 1;
  let native: onnxruntime.InferenceSession | undefined;
  try {
    native = await onnxruntime.InferenceSession.create(bytes, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: 4,
    });
  } catch (error) {
    throw new HealerError(onnxProblem.runtimeRefused(reasonOf(error)), { cause: error });
  }
  return {
    run: async (feeds, outputs) => {
      if (native === undefined) throw new HealerError(onnxProblem.runFailed("session released"));
      try {
        const results = await native.run(
          Object.fromEntries([...feeds].map(([name, tensor]) => [name, toNative(tensor)])),
          outputs ?? native.outputNames,
          { logSeverityLevel: 4 },
        );
        return new Map(
          Object.entries(results).map(([name, value]) => [name, fromNative(name, value)]),
        );
      } catch (error) {
        if (error instanceof HealerError) throw error;
        throw new HealerError(onnxProblem.runFailed(reasonOf(error)), { cause: error });
      }
    },
    release: async () => {
      const released = native;
      native = undefined;
      await released?.release();
    },
  };
}

function toNative(tensor: Tensor): onnxruntime.Tensor {
  return new onnxruntime.Tensor(tensor.type, tensor.data, tensor.dims);
}

function fromNative(name: string, { type, dims, data }: onnxruntime.OnnxValue): Tensor {
  if (type === "float32" && data instanceof Float32Array) return { type, dims, data };
  if (type === "float64" && data instanceof Float64Array) return { type, dims, data };
  if (type === "int32" && data instanceof Int32Array) return { type, dims, data };
  if (type === "int64" && data instanceof BigInt64Array) return { type, dims, data };
  if (type === "bool" && data instanceof Uint8Array) return { type, dims, data };
  if (type === "string" && Array.isArray(data)) return { type, dims, data };
  throw new HealerError(onnxProblem.runFailed(`output ${name} has the element type ${type}`));
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replaceAll(/\s+/g, " ").trim();
}
