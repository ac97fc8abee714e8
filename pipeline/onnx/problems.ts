import { nameList } from "../name_list.ts";
import type { Problem, Text } from "../problem.ts";

const exportAgain: Text = {
  en: "Choose a model file that this program exported, or export the model again.",
  zh: "请选择由本程序导出的模型文件，或重新导出模型。",
};

const copyAgain: Text = {
  en: "Copy or download the file again; if that does not help, export the model again.",
  zh: "请重新复制或下载该文件；若仍无效，请重新导出模型。",
};

const exportPlainly: Text = {
  en:
    "Export the model again with ai.onnx opset 17 and ai.onnx.ml 3, as one plain graph with its weights inside the file.",
  zh:
    "请使用 ai.onnx opset 17 与 ai.onnx.ml 3 重新导出模型：单一的普通计算图，权重保存在同一文件内。",
};

/** What can be wrong with an ONNX file or with running it. */
export const onnxProblem = {
  notOnnx: (): Problem<"onnx/not-onnx"> => ({
    code: "onnx/not-onnx",
    message: {
      en: "Cannot read the model: the file is not an ONNX file.",
      zh: "无法读取模型：该文件不是 ONNX 文件。",
    },
    place: {},
    hint: exportAgain,
  }),

  truncated: (offset: number): Problem<"onnx/truncated"> => ({
    code: "onnx/truncated",
    message: {
      en:
        `Cannot read the model: the file ends in the middle of a field that starts at byte ${offset}.`,
      zh: `无法读取模型：文件不完整，在始于第 ${offset} 字节的字段中途结束。`,
    },
    place: {},
    hint: copyAgain,
  }),

  broken: (offset: number, what: Text): Problem<"onnx/broken"> => ({
    code: "onnx/broken",
    message: {
      en: `Cannot read the model: the file is damaged at byte ${offset}: ${what.en}.`,
      zh: `无法读取模型：文件在第 ${offset} 字节处损坏：${what.zh}。`,
    },
    place: {},
    hint: copyAgain,
  }),

  incomplete: (what: Text): Problem<"onnx/incomplete"> => ({
    code: "onnx/incomplete",
    message: {
      en: `Cannot read the model: it lacks ${what.en}.`,
      zh: `无法读取模型：缺少${what.zh}。`,
    },
    place: {},
    hint: copyAgain,
  }),

  tooLarge: (what: Text, limit: number): Problem<"onnx/too-large"> => ({
    code: "onnx/too-large",
    message: {
      en: `Cannot read the model: it has more than ${limit.toLocaleString("en")} ${what.en}.`,
      zh: `无法读取模型：${what.zh}超过 ${limit.toLocaleString("en")}。`,
    },
    place: {},
    hint: {
      en: "Train a smaller model: fewer trees, fewer support vectors or narrower layers.",
      zh: "请训练更小的模型：减少树的数量、支持向量的数量或网络层的宽度。",
    },
  }),

  tensorSize: (
    name: string,
    dims: readonly number[],
    found: string,
  ): Problem<"onnx/tensor-size"> => ({
    code: "onnx/tensor-size",
    message: {
      en: `Cannot read the model: the tensor ${
        quote(name)
      } has the dimensions [${dims}], but its data hold ${found}.`,
      zh: `无法读取模型：张量 ${quote(name)} 的维度为 [${dims}]，但其数据为 ${found}。`,
    },
    place: {},
    hint: copyAgain,
  }),

  externalData: (name: string): Problem<"onnx/external-data"> => ({
    code: "onnx/external-data",
    message: {
      en: `Cannot read the model: the data of the tensor ${quote(name)} lie in another file.`,
      zh: `无法读取模型：张量 ${quote(name)} 的数据存放在另一个文件中。`,
    },
    place: {},
    hint: exportPlainly,
  }),

  unsupportedVersion: (
    what: string,
    version: number,
    range: readonly [number, number],
  ): Problem<"onnx/unsupported-version"> => ({
    code: "onnx/unsupported-version",
    message: {
      en: `Cannot read the model: its ${what} is version ${version}; versions ${range[0]} to ${
        range[1]
      } are supported.`,
      zh: `无法读取模型：其 ${what} 版本为 ${version}，仅支持 ${range[0]} 至 ${range[1]}。`,
    },
    place: {},
    hint: exportPlainly,
  }),

  unsupportedDomains: (domains: readonly string[]): Problem<"onnx/unsupported-domain"> => ({
    code: "onnx/unsupported-domain",
    message: {
      en: `Cannot read the model: it uses operators of ${nameList(domains).en}; only ai.onnx and ` +
        "ai.onnx.ml are supported.",
      zh: `无法读取模型：它使用了 ${nameList(domains).zh} 的算子；仅支持 ai.onnx 与 ai.onnx.ml。`,
    },
    place: {},
    hint: exportPlainly,
  }),

  unsupportedOperators: (operators: readonly string[]): Problem<"onnx/unsupported-operator"> => ({
    code: "onnx/unsupported-operator",
    message: {
      en: `Cannot read the model: operators that are not supported: ${nameList(operators).en}.`,
      zh: `无法读取模型：存在不支持的算子：${nameList(operators).zh}。`,
    },
    place: {},
    hint: {
      en: "Use a model that this program trained, or rebuild yours from supported operators.",
      zh: "请使用由本程序训练的模型，或用受支持的算子重建您的模型。",
    },
  }),

  unsupportedFeature: (feature: Text): Problem<"onnx/unsupported-feature"> => ({
    code: "onnx/unsupported-feature",
    message: {
      en: `Cannot read the model: it has ${feature.en}, which is not supported.`,
      zh: `无法读取模型：不支持${feature.zh}。`,
    },
    place: {},
    hint: exportPlainly,
  }),

  duplicateNames: (names: readonly string[]): Problem<"onnx/duplicate-name"> => ({
    code: "onnx/duplicate-name",
    message: {
      en: `Cannot read the model: names that are given twice: ${nameList(names).en}.`,
      zh: `无法读取模型：名称重复：${nameList(names).zh}。`,
    },
    place: {},
    hint: exportAgain,
  }),

  unproducedValues: (names: readonly string[]): Problem<"onnx/unproduced-value"> => ({
    code: "onnx/unproduced-value",
    message: {
      en: `Cannot read the model: values that are read before any node produces them: ${
        nameList(names).en
      }.`,
      zh: `无法读取模型：以下值在产生之前被读取：${nameList(names).zh}。`,
    },
    place: {},
    hint: exportAgain,
  }),

  notAClassifier: (what: Text): Problem<"onnx/not-a-classifier"> => ({
    code: "onnx/not-a-classifier",
    message: {
      en: `Cannot use the model for diagnosis: ${what.en}.`,
      zh: `无法用该模型进行诊断：${what.zh}。`,
    },
    place: {},
    hint: exportAgain,
  }),

  wrongWidth: (
    found: number,
    rows: number,
    features: number,
  ): Problem<"onnx/wrong-width"> => ({
    code: "onnx/wrong-width",
    message: {
      en: `Cannot run the model: ${rows} rows of ${features} features need ${
        rows * features
      } values, not ${found}.`,
      zh: `无法运行模型：${rows} 行、每行 ${features} 个特征需要 ${
        rows * features
      } 个值，实际为 ${found} 个。`,
    },
    place: {},
    hint: {
      en: "Give every row exactly the feature columns of the training file, in their order.",
      zh: "请按训练文件的顺序，为每一行提供完全相同的特征列。",
    },
  }),

  runtimeRefused: (reason: string): Problem<"onnx/runtime-refused"> => ({
    code: "onnx/runtime-refused",
    message: {
      en: `Cannot load the model: onnxruntime refuses it: ${shorten(reason, 400)}`,
      zh: `无法加载模型：onnxruntime 拒绝了该模型：${shorten(reason, 400)}`,
    },
    place: {},
    hint: exportAgain,
  }),

  runFailed: (reason: string): Problem<"onnx/run-failed"> => ({
    code: "onnx/run-failed",
    message: {
      en: `Cannot run the model: onnxruntime stopped: ${shorten(reason, 400)}`,
      zh: `无法运行模型：onnxruntime 中止：${shorten(reason, 400)}`,
    },
    place: {},
    hint: {
      en:
        "Check that the rows have the columns that the model was trained on; if they have, export it again.",
      zh: "请检查数据行的列是否与训练时一致；若一致，请重新导出模型。",
    },
  }),
};

/** A name from a file, fit for a message: in quotes, control characters escaped, not endless. */
function quote(name: string): string {
  return JSON.stringify(shorten(name, 80));
}

function shorten(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}
