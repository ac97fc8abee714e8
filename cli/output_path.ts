import { HealerError, type Problem } from "@/pipeline/problem.ts";

/**
 * Makes sure that a command does not write over what it reads, by whatever name or link it is called.
 *
 * @throws {HealerError} `usage/output-is-input`
 */
export async function keepInputs(out: string, inputs: readonly string[]): Promise<void> {
  const target = await fileIdentity(out);
  if (target === null) return;
  for (const input of inputs) {
    if (await fileIdentity(input) === target) throw new HealerError(outputIsInput(out));
  }
}

/** What two names of one file have in common, or null where there is no such file. */
async function fileIdentity(path: string): Promise<string | null> {
  const info = await Deno.stat(path).catch(() => null);
  return info && (info.ino === null ? await Deno.realPath(path) : `${info.dev}:${info.ino}`);
}

function outputIsInput(path: string): Problem<"usage/output-is-input"> {
  return {
    code: "usage/output-is-input",
    message: {
      en: "Cannot write the result: this file is read by the same command.",
      zh: "无法写入结果：该文件正是本命令要读取的文件。",
    },
    place: { file: path, param: "out" },
    hint: { en: "Give --out another name.", zh: "请为 --out 换一个文件名。" },
  };
}
