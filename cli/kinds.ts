import type { Command } from "commander";
import { z } from "zod";
import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import {
  type CellKindDescription,
  describeCellKind,
  describeCellKinds,
} from "@/pipeline/cells/cell_schema.ts";
import { findCellKind } from "@/pipeline/cells/registry.ts";
import type { Text } from "@/pipeline/problem.ts";
import { type Language, terminalOf, withCommonOptions } from "./terminal.ts";

const examples = `
Examples:
  healer kinds
  healer kinds impute
  healer kinds --json`;

const groupTitles: Readonly<Record<CellKind["group"], Text>> = {
  data: { en: "Data", zh: "数据" },
  preprocess: { en: "Preprocess", zh: "预处理" },
  select: { en: "Select", zh: "特征选择" },
  train: { en: "Train", zh: "训练" },
  judge: { en: "Judge", zh: "评估" },
  diagnose: { en: "Diagnose", zh: "诊断" },
  look: { en: "Look", zh: "查看" },
  write: { en: "Write", zh: "书写" },
};

/** `healer kinds`: the cell kinds, with their params as JSON Schema under `--json`. */
export function addKinds(program: Command): void {
  const command = program.command("kinds")
    .description("list the cell kinds of notebooks, or the params of one")
    .argument("[kind]", "cell kind whose params are listed");
  withCommonOptions(command).addHelpText("after", examples).action(kinds);
}

function kinds(kind: string | undefined, _given: unknown, command: Command): void {
  const terminal = terminalOf(command);
  if (kind === undefined) {
    const descriptions = describeCellKinds();
    terminal.say(kindList(descriptions, terminal.language));
    terminal.answer({ kinds: descriptions });
  } else {
    const description = describeCellKind(findCellKind(kind));
    terminal.say(paramList(description, terminal.language));
    terminal.answer(description);
  }
}

/** The cell kinds by group, one a line, as lines of text. */
export function kindList(kinds: readonly CellKindDescription[], language: Language): string {
  const groups = Map.groupBy(kinds, ({ group }) => group);
  const width = Math.max(...kinds.map(({ kind }) => kind.length)) + 2;
  return [...groups].map(([group, members]) => {
    const lines = members.map(({ kind, summary }) => `  ${kind.padEnd(width)}${summary[language]}`);
    return [groupTitles[group][language], ...lines].join("\n");
  }).join("\n\n");
}

const textSchema = z.object({ en: z.string(), zh: z.string() });
/** What is read of the JSON Schema of a param. */
export const paramSchema = z.looseObject({
  label: textSchema.exactOptional(),
  help: textSchema.exactOptional(),
  default: z.unknown().optional(),
  file: z.unknown().optional(),
  enum: z.array(z.unknown()).exactOptional(),
  const: z.unknown().optional(),
  minimum: z.number().exactOptional(),
  maximum: z.number().exactOptional(),
  oneOf: z.array(z.unknown()).exactOptional(),
  properties: z.record(z.string(), z.unknown()).exactOptional(),
});

/** See {@linkcode paramSchema}. */
export type ParamSchema = z.infer<typeof paramSchema>;

/** What a cell kind takes, gives and can be told, as lines of text. */
export function paramList(description: CellKindDescription, language: Language): string {
  const { kind, title, summary, takes, gives, optional, params } = description;
  const word = {
    en: { takes: "takes", gives: "gives", nothing: "nothing", optional: " (optional)" },
    zh: { takes: "输入", gives: "输出", nothing: "无", optional: "（可选）" },
  }[language];
  const list = (types: readonly string[]): string => types.join(", ") || word.nothing;
  const taken = Object.entries(takes).map(([port, type]) =>
    optional.includes(port) ? type + word.optional : type
  );
  return [
    `${kind}: ${title[language]}`,
    summary[language],
    `${word.takes}: ${list(taken)}   ${word.gives}: ${list(Object.values(gives))}`,
    ...leftAligned(paramRows(paramSchema.parse(params), "", language)),
  ].join("\n");
}

/** One row a param: its name, what it may be, what it is by default and what it does. */
export function paramRows(object: ParamSchema, prefix: string, language: Language): string[][] {
  return Object.entries(object.properties ?? {}).flatMap(([name, schema]) => {
    const field = paramSchema.parse(schema);
    if (field.oneOf === undefined) return [paramRow(prefix + name, field, language)];
    return field.oneOf.flatMap((each) => {
      const variant = paramSchema.parse(each);
      const [[key = "", constant] = []] = Object.entries(variant.properties ?? {});
      const choice = `${prefix}${name}.${key}=${paramSchema.parse(constant).const}`;
      const { [key]: _, ...properties } = variant.properties ?? {};
      return [
        [`  ${choice}`, "", "", variant.help?.[language] ?? ""],
        ...paramRows({ ...variant, properties }, `${prefix}${name}.`, language),
      ];
    });
  });
}

function paramRow(name: string, field: ParamSchema, language: Language): string[] {
  const { minimum, maximum } = field;
  const range = minimum === undefined && maximum === undefined
    ? ""
    : `${minimum ?? ""}…${maximum ?? ""}`;
  const allowed = field.enum ? field.enum.join(" | ") : range;
  const preset = field.default === undefined ? "" : shortened(JSON.stringify(field.default));
  return [`  ${name}`, allowed, preset, field.help?.[language] ?? ""];
}

/** A default that is a whole text would push everything else out of sight. */
function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Rows of cells as lines, every column starting at the same place. */
function leftAligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, index) =>
    Math.max(...rows.map((row) => row[index]?.length ?? 0))
  );
  return rows.map((row) =>
    row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("  ").trimEnd()
  );
}
