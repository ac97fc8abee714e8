import { parseCatalogue } from "@/pipeline/model/catalogue_file.ts";
import type { FaultCatalogue } from "@/pipeline/model/fault_catalogue.ts";
import { nameList } from "@/pipeline/name_list.ts";
import { inFile, type Notice } from "@/pipeline/problem.ts";
import { readText } from "./read_text.ts";

const catalogueFile = {
  area: "catalogue",
  name: { en: "fault catalogue", zh: "故障目录" },
} as const;

/** Reads a catalogue file. @throws {HealerError} `catalogue/…` with the file as its place */
export async function readCatalogue(file: string): Promise<FaultCatalogue> {
  return await inFile(file, async () => parseCatalogue(await readText(file, catalogueFile)));
}

/** Which entries of a catalogue name no class of a model; they are kept. */
export function strangeFaults(
  catalogue: FaultCatalogue,
  classes: readonly string[],
): readonly Notice[] {
  const strange = catalogue.map(({ fault }) => fault).filter((fault) => !classes.includes(fault));
  if (strange.length === 0) return [];
  const names = nameList(strange);
  return [{
    code: "catalogue/no-such-class",
    message: {
      en: `The model has no class ${names.en}, which the fault catalogue names.`,
      zh: `模型没有故障目录中的类别 ${names.zh}。`,
    },
  }];
}
