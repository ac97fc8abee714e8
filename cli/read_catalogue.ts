import { parseCatalogue } from "@/pipeline/model/catalogue_file.ts";
import type { FaultCatalogue } from "@/pipeline/model/fault_catalogue.ts";
import { nameList } from "@/pipeline/name_list.ts";
import { HealerError, inFile, type Notice, type Problem } from "@/pipeline/problem.ts";
import { userPath } from "./terminal.ts";

/** Reads a catalogue file. @throws {HealerError} `catalogue/…` with the file as its place */
export async function readCatalogue(file: string): Promise<FaultCatalogue> {
  return await inFile(file, async () => parseCatalogue(await textOf(file)));
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

async function textOf(file: string): Promise<string> {
  try {
    return await Deno.readTextFile(userPath(file));
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new HealerError(unreadable(cause instanceof Deno.errors.NotFound), { cause });
  }
}

function unreadable(isAbsent: boolean): Problem<"catalogue/unreadable"> {
  return {
    code: "catalogue/unreadable",
    message: isAbsent
      ? {
        en: "Cannot open the fault catalogue: there is no such file.",
        zh: "无法打开故障目录：没有这个文件。",
      }
      : {
        en: "Cannot open the fault catalogue: it cannot be read as a text file.",
        zh: "无法打开故障目录：不能作为文本文件读取。",
      },
    place: {},
    hint: { en: "Check the path of the catalogue file.", zh: "请检查故障目录文件的路径。" },
  };
}
