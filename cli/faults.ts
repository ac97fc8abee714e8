import type { Command } from "commander";
import { z } from "zod";
import { checkWritable, writeAtomically } from "@/pipeline/atomic_file.ts";
import { catalogueFormat } from "@/pipeline/model/catalogue_file.ts";
import type { FaultCatalogue, Severity } from "@/pipeline/model/fault_catalogue.ts";
import { faultNameIn } from "@/pipeline/model/fault_name.ts";
import type { ModelCard } from "@/pipeline/model/model_card.ts";
import { withCatalogue } from "@/pipeline/model/model_catalogue.ts";
import { openModelBytes, readModel } from "@/pipeline/model/model_file.ts";
import { HealerError, type Problem, type Text } from "@/pipeline/problem.ts";
import { alignedLines } from "./aligned_lines.ts";
import { keepInputs } from "./output_path.ts";
import { readCatalogue, strangeFaults } from "./read_catalogue.ts";
import { type Language, terminalOf, userPath, withCommonOptions } from "./terminal.ts";

const optionsSchema = z.object({
  set: z.string().exactOptional(),
  out: z.string().exactOptional(),
});

const examples = `
Examples:
  healer faults faults.onnx --lang zh
  healer faults faults.onnx --json > names.json
  healer faults faults.onnx --set names.json --out named.onnx`;

/** `healer faults`: what people call the faults that a model file knows. */
export function addFaults(program: Command): void {
  const command = program.command("faults")
    .description("show what the faults of a model are called, or give the file other names")
    .argument("<model>", "ONNX file made by healer train")
    .option("--set <file>", "the fault catalogue that the new file carries (JSON)")
    .option("--out <file>", "the model file to write");
  withCommonOptions(command).addHelpText("after", examples).action(faults);
}

async function faults(path: string, given: unknown, command: Command): Promise<void> {
  const { set, out } = optionsSchema.parse(given);
  if ((set === undefined) !== (out === undefined)) {
    throw new HealerError(bothNeeded(set === undefined ? "set" : "out"));
  }
  const terminal = terminalOf(command);
  const bytes = await readModel(userPath(path));
  await using model = await openModelBytes(bytes, path);
  const { card } = model;
  const carried = model.catalogue();
  const named = set === undefined ? undefined : await readCatalogue(set);
  const catalogue = named ?? carried.catalogue;
  if (set !== undefined && out !== undefined) {
    await keepInputs(userPath(out), [userPath(path), userPath(set)]);
    await checkWritable(userPath(out));
    await writeAtomically(userPath(out), withCatalogue(bytes, catalogue));
  }
  const notices = named === undefined ? carried.notices : strangeFaults(named, card.classes);
  for (const notice of notices) terminal.notice(notice);
  const { language } = terminal;
  terminal.say(catalogueReport(card, catalogue, language));
  if (out !== undefined) terminal.say(`→ ${out}`);
  terminal.answer({
    ...catalogueFormat,
    faults: catalogue,
    model: out ?? path,
    classes: card.classes.map((fault, index) => ({ fault, rows: card.data.per_class[index] ?? 0 })),
    notices,
  });
}

const severities: Readonly<Record<Severity, Text>> = {
  none: { en: "normal state", zh: "正常状态" },
  low: { en: "low", zh: "低" },
  medium: { en: "medium", zh: "中" },
  high: { en: "high", zh: "高" },
  critical: { en: "critical", zh: "紧急" },
};

/** The classes with their names, severities and descriptions, as lines of text. */
function catalogueReport(
  { classes, data }: ModelCard,
  catalogue: FaultCatalogue,
  language: Language,
): string {
  if (catalogue.length === 0) {
    const none = { en: "no names; the classes:", zh: "没有名称；类别如下：" }[language];
    return [none, ...classes.map((fault) => `  ${fault}`)].join("\n");
  }
  const head = {
    en: ["class", "name", "severity", "rows in training"],
    zh: ["类别", "名称", "严重程度", "训练行数"],
  }[language];
  const rows = classes.map((fault, index) => {
    const entry = catalogue.find((each) => each.fault === fault);
    return [
      fault,
      faultNameIn(catalogue, fault, language) ?? "–",
      entry === undefined ? "–" : severities[entry.severity][language],
      String(data.per_class[index] ?? 0),
    ];
  });
  const remedies = { en: "remedies", zh: "处置建议" }[language];
  const told = catalogue.filter(({ fault }) => classes.includes(fault)).flatMap((entry) => {
    const lines = [
      entry.description[language],
      ...entry.remedies.map((remedy, index) =>
        `${index === 0 ? `${remedies}: ` : "  "}${remedy[language]}`
      ),
    ].filter((line) => line.trim() !== "");
    return lines.length === 0 ? [] : [
      "",
      faultNameIn(catalogue, entry.fault, language) ?? entry.fault,
      ...lines.map((line) => `  ${line}`),
    ];
  });
  return [...alignedLines([head, ...rows]), ...told].join("\n");
}

function bothNeeded(missing: "set" | "out"): Problem<"usage/set-and-out"> {
  return {
    code: "usage/set-and-out",
    message: {
      en: `Cannot write a model with other names: --${missing} is missing.`,
      zh: `无法写出带有新名称的模型：缺少 --${missing}。`,
    },
    place: { param: missing },
    hint: {
      en: "Give both, as in `healer faults MODEL.onnx --set NAMES.json --out NEW.onnx`.",
      zh: "请同时给出二者，例如 `healer faults MODEL.onnx --set NAMES.json --out NEW.onnx`。",
    },
  };
}
