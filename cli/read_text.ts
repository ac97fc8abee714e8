import { HealerError, type Problem, type Text } from "@/pipeline/problem.ts";
import { userPath } from "./terminal.ts";

/** What a text file holds: `area` of its problems, and what people call it. */
export interface TextFileKind<Area extends string> {
  readonly area: Area;
  readonly name: Text;
}

/** The text of a file that the user names. @throws {HealerError} `<area>/unreadable` */
export async function readText<Area extends string>(
  file: string,
  kind: TextFileKind<Area>,
): Promise<string> {
  try {
    return await Deno.readTextFile(userPath(file));
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new HealerError(unreadable(kind, cause instanceof Deno.errors.NotFound), { cause });
  }
}

function unreadable<Area extends string>(
  { area, name }: TextFileKind<Area>,
  isAbsent: boolean,
): Problem<`${Area}/unreadable`> {
  return {
    code: `${area}/unreadable`,
    message: isAbsent
      ? {
        en: `Cannot open the ${name.en}: there is no such file.`,
        zh: `无法打开${name.zh}：没有这个文件。`,
      }
      : {
        en: `Cannot open the ${name.en}: it cannot be read as a text file.`,
        zh: `无法打开${name.zh}：不能作为文本文件读取。`,
      },
    place: {},
    hint: {
      en: `Check the path of the ${name.en} file.`,
      zh: `请检查${name.zh}文件的路径。`,
    },
  };
}
