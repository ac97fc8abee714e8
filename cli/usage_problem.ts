import type { CommanderError } from "commander";
import type { Problem } from "@/pipeline/problem.ts";

/** What the command line's parser has to complain about, as a problem like any other. */
export function usageProblem({ code, message }: CommanderError): Problem {
  const english = message.replace(/^error: /, "").replaceAll(/\s*\n\s*/g, " ").trim();
  return {
    code: `usage/${kebab(code.replace(/^commander\./, ""))}`,
    message: {
      en: `Cannot run the command: ${english}`,
      zh: `无法执行命令：${inChinese(english)}`,
    },
    place: {},
    hint: {
      en: "Run the command with --help to see how it is used.",
      zh: "请用 --help 查看该命令的用法。",
    },
  };
}

/** The parser's sentences; what it adds behind them (a range, the choices) stays as it is. */
const sentences: readonly [pattern: RegExp, chinese: string][] = [
  [/^unknown command '(.*?)'/, "未知命令“$1”"],
  [/^unknown option '(.*?)'/, "未知选项“$1”"],
  [/^option '(.*?)' cannot be used with option '(.*?)'/, "选项“$1”不能与选项“$2”同时使用"],
  [/^missing required argument '(.*?)'/, "缺少必需的参数“$1”"],
  [/^required option '(.*?)' not specified/, "缺少必需的选项“$1”"],
  [/^option '(.*?)' argument missing/, "选项“$1”缺少取值"],
  [/^option '(.*?)' argument '(.*?)' is invalid\./, "选项“$1”的取值“$2”无效。"],
  [/^too many arguments for '(.*?)'\./, "命令“$1”的参数过多。"],
];

function inChinese(english: string): string {
  const [pattern, chinese] = sentences.find(([pattern]) => pattern.test(english)) ?? [];
  if (pattern === undefined || chinese === undefined) return english;
  return english.replace(pattern, chinese)
    .replace(/ \(Did you mean (.*)\?\)$/, "（是否想用 $1？）")
    .replace(/ Allowed choices are (.*)\.$/, "可选值：$1。")
    .replace(/ It must be a whole number, at least (\d+)\.$/, "须为不小于 $1 的整数。")
    .replace(
      / It must be a whole number, between (\d+) and (\d+)\.$/,
      "须为 $1 到 $2 之间的整数。",
    );
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
