import { decodeModel } from "../onnx/decode_model.ts";
import type { OnnxModel } from "../onnx/onnx_model.ts";
import { readMetadata } from "../onnx/read_metadata.ts";
import { openModel, type RunnableModel } from "../onnx/run_model.ts";
import type { SessionOptions } from "../onnx/session.ts";
import { HealerError, inFile, type Text } from "../problem.ts";
import { type CarriedCatalogue, carriedCatalogue } from "./model_catalogue.ts";
import { cardKey, type ModelCard, modelCardSchema } from "./model_card.ts";
import { modelProblem } from "./problems.ts";
import { sealHolds, sealKey } from "./seal.ts";
import { readNovelty } from "./stored_novelty.ts";
import { outOfFoldKey, type StoredOutOfFold, unpackOutOfFold } from "./stored_out_of_fold.ts";
import { summaryKey, type TrainingSummary, unpackSummary } from "./training_summary.ts";

/** A model file opened for use; `await using` frees its session. */
export interface ModelFile extends AsyncDisposable {
  /** The file as it is, and what it is called in messages. */
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly card: ModelCard;
  readonly model: RunnableModel;
  /**
   * The summary of the training data, or null where the file carries none.
   *
   * @throws {HealerError} `model/broken-summary`
   */
  summary(): TrainingSummary | null;
  /** The file as data, for those who look into its graph; it is decoded anew by each call. */
  onnx(): OnnxModel;
  /**
   * What cross-validation predicted for the training rows, or null where the file carries none.
   *
   * @throws {HealerError} `model/broken-out-of-fold`
   */
  outOfFold(): StoredOutOfFold | null;
  /** What people call the classes; empty where the file does not say, or says it wrongly, which is a notice. */
  catalogue(): CarriedCatalogue;
}

/**
 * Opens one of our ONNX files.
 *
 * @throws {HealerError} where the file cannot be read, is no ONNX, is not ours or is damaged.
 */
export async function openModelFile(
  path: string,
  options: SessionOptions = {},
): Promise<ModelFile> {
  return await openModelBytes(await readModel(path), path, options);
}

/** Like {@linkcode openModelFile}, from memory; `name` stands in error messages. */
export async function openModelBytes(
  bytes: Uint8Array,
  name: string,
  options: SessionOptions = {},
): Promise<ModelFile> {
  return await inFile(name, async () => {
    const metadata = readMetadata(bytes);
    if (metadata.has(sealKey) && !sealHolds(bytes)) {
      throw new HealerError(modelProblem.changed(name));
    }
    const card = parseCard(metadata.get(cardKey), name);
    const packedSummary = metadata.get(summaryKey);
    const packedOutOfFold = metadata.get(outOfFoldKey);
    const model = await openModel(bytes, options);
    const mismatch = mismatchOf(card, model);
    if (mismatch !== undefined) {
      await model.release();
      throw new HealerError(modelProblem.cardMismatch(name, mismatch));
    }
    return {
      bytes,
      name,
      card,
      model,
      [Symbol.asyncDispose]: async () => await model.release(),
      summary: () => packedSummary === undefined ? null : readSummary(packedSummary, card, name),
      onnx: () => decodeModel(bytes),
      outOfFold: () =>
        packedOutOfFold === undefined ? null : unpackOutOfFold(packedOutOfFold, card.classes, name),
      catalogue: () => carriedCatalogue(metadata, card.classes),
    };
  });
}

function parseCard(json: string | undefined, file: string): ModelCard {
  if (json === undefined) throw new HealerError(modelProblem.notOurs(file));
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new HealerError(modelProblem.brokenCard(file, "", "no JSON"), { cause });
  }
  const parsed = modelCardSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new HealerError(
    modelProblem.brokenCard(file, issue?.path.join(".") ?? "", issue?.message ?? "invalid"),
  );
}

function readSummary(packed: string, card: ModelCard, file: string): TrainingSummary {
  const summary = unpackSummary(packed, file);
  const { columns, novelty, reference: { codes } } = summary;
  const classes = card.classes.length;
  const fits = columns.length === card.features.length &&
    codes.every((code) => code >= 0 && code < classes) &&
    (novelty === undefined || readNovelty(novelty).space.constants.length === classes);
  if (fits) return summary;
  throw new HealerError(modelProblem.brokenSummary(file));
}

/** In what the card speaks of another graph than the one in its file, if in anything. */
function mismatchOf(
  { features, classes, decision_weights }: ModelCard,
  model: RunnableModel,
): Text | undefined {
  if (new Set(features.map(({ name }) => name)).size < features.length) {
    return { en: "it lists a feature twice", zh: "同一特征列出两次" };
  }
  if (features.length !== model.featureCount) {
    return {
      en: `it lists ${features.length} features, the graph takes ${model.featureCount}`,
      zh: `卡中有 ${features.length} 个特征，而图的输入为 ${model.featureCount} 个`,
    };
  }
  if (classes.length !== model.classCount) {
    return {
      en: `it lists ${classes.length} classes, the graph knows ${model.classCount}`,
      zh: `卡中有 ${classes.length} 个类别，而图中为 ${model.classCount} 个`,
    };
  }
  if (decision_weights !== undefined && decision_weights.length !== classes.length) {
    return {
      en: `it has ${decision_weights.length} decision weights for ${classes.length} classes`,
      zh: `${classes.length} 个类别却有 ${decision_weights.length} 个判定权重`,
    };
  }
  if (model.classes !== null && classes.some((name, index) => name !== model.classes?.[index])) {
    return {
      en: "its classes are not those of the graph, in their order",
      zh: "类别或其顺序与图中不同",
    };
  }
  return undefined;
}

/** The bytes of a model file. @throws {HealerError} `model/unreadable` */
export async function readModel(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await Deno.readFile(path);
  } catch (cause) {
    if (cause instanceof Deno.errors.NotFound) {
      throw new HealerError(
        modelProblem.unreadable(path, { en: "there is no such file", zh: "文件不存在" }),
        {
          cause,
        },
      );
    }
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new HealerError(modelProblem.unreadable(path, { en: detail, zh: detail }), { cause });
  }
}
