import type { Problem, Text } from "../problem.ts";
import type { CodeFailure, SourcePlace } from "./failure.ts";
import { codeLimits } from "./limits.ts";
import { returnedProblem } from "./returned_problems.ts";

const param = "source";

/** What can go wrong while the code of a cell runs. */
export const codeProblem = {
  syntax: (message: string, at: SourcePlace | null): Problem<"code/syntax"> => ({
    code: "code/syntax",
    message: {
      en: `Cannot read the code${lineText(at).en}: ${sentence(message)}`,
      zh: `无法解析代码${lineText(at).zh}：${sentence(message)}`,
    },
    place: { param, ...at },
    hint: {
      en: "Correct it there; the code is the body of an async function in TypeScript.",
      zh: "请在该处修正；代码是一个 TypeScript 异步函数的函数体。",
    },
  }),

  thrown: (
    { name, isError, message, at }: Omit<Extract<CodeFailure, { what: "thrown" }>, "what">,
  ): Problem<"code/thrown"> => ({
    code: "code/thrown",
    message: isError
      ? {
        en: `The code failed${lineText(at).en}: ${sentence(`${name}: ${message}`)}`,
        zh: `代码运行出错${lineText(at).zh}：${sentence(`${name}: ${message}`)}`,
      }
      : {
        en: `The code failed: it threw what is no Error (${name}): ${sentence(message)}`,
        zh: `代码运行出错：抛出的不是 Error（${name}）：${sentence(message)}`,
      },
    place: { param, ...at },
    hint: at === null
      ? {
        en:
          'Throw an Error, as in throw new Error("…"), to see the line; console.log shows values.',
        zh: '抛出 Error（如 throw new Error("…")）可显示行号；可用 console.log 查看变量的值。',
      }
      : {
        en: "Look at this line; console.log shows values in the log.",
        zh: "请检查这一行；可用 console.log 在日志中查看变量的值。",
      },
  }),

  denied: (message: string, at: SourcePlace | null): Problem<"code/denied"> => ({
    code: "code/denied",
    message: {
      en: `The code may not do this${lineText(at).en}: ${sentence(message)}`,
      zh: `代码无权执行此操作${lineText(at).zh}：${sentence(message)}`,
    },
    place: { param, ...at },
    hint: {
      en:
        "Code cells reach no files, no network and no other program: import the data with a cell.",
      zh: "代码单元不能访问文件、网络和其他程序：请用导入单元读取数据。",
    },
  }),

  time: (seconds: number): Problem<"code/time"> => ({
    code: "code/time",
    message: {
      en: `The code was ended: it had not finished after ${seconds} s.`,
      zh: `代码已被终止：${seconds} 秒内未运行完。`,
    },
    place: { param },
    hint: {
      en: "Look for a loop or a promise that never ends, or allow more seconds.",
      zh: "请检查是否有死循环或永远不会完成的 Promise，或增大时限。",
    },
  }),

  memory: (bytes: number): Problem<"code/memory"> => ({
    code: "code/memory",
    message: {
      en: `The code was ended: it took more than ${mebibytes(bytes)} MiB of memory.`,
      zh: `代码已被终止：占用的内存超过 ${mebibytes(bytes)} MiB。`,
    },
    place: { param },
    hint: {
      en: "Keep less data at a time, or allow more memory.",
      zh: "请减少同时保留的数据，或增大内存上限。",
    },
  }),

  lines: (): Problem<"code/lines"> => ({
    code: "code/lines",
    message: {
      en: `The code was ended: it printed more than ${codeLimits.lines} lines.`,
      zh: `代码已被终止：输出超过 ${codeLimits.lines} 行。`,
    },
    place: { param },
    hint: {
      en: `Print less; the log holds the first ${codeLimits.keptLines} lines.`,
      zh: `请减少输出；日志保留前 ${codeLimits.keptLines} 行。`,
    },
  }),

  plot: (text: Text, hint: Text, at: SourcePlace | null): Problem<"code/plot"> => ({
    code: "code/plot",
    message: {
      en: `Cannot draw the plot${lineText(at).en}: ${sentence(text.en)}`,
      zh: `无法绘图${lineText(at).zh}：${sentence(text.zh)}`,
    },
    place: { param, ...at },
    hint,
  }),

  badFigure: (number: number, issue: string): Problem<"code/bad-figure"> => ({
    code: "code/bad-figure",
    message: {
      en: `Cannot draw figure ${number} of the code: ${sentence(issue)}`,
      zh: `无法绘制代码返回的第 ${number} 个图形：${sentence(issue)}`,
    },
    place: { param },
    hint: {
      en: "Let Plot.plot(…) make the figure, and return it as it is.",
      zh: "请用 Plot.plot(…) 生成图形，并原样返回。",
    },
  }),

  crashed: (how: string): Problem<"code/crashed"> => ({
    code: "code/crashed",
    message: {
      en: `The code was ended: its process broke off (${how}).`,
      zh: `代码已被终止：其进程意外中断（${how}）。`,
    },
    place: { param },
    hint: {
      en:
        "Leave the process alone in the code: it gives its result by return, and prints by console.",
      zh: "代码中请勿操作进程本身：结果用 return 返回，输出用 console。",
    },
  }),

  notStarted: (how: string): Problem<"code/not-started"> => ({
    code: "code/not-started",
    message: {
      en: `Cannot start the process that runs code (${how}).`,
      zh: `无法启动运行代码的进程（${how}）。`,
    },
    place: {},
    hint: {
      en: "Check that the program may start processes (--allow-run).",
      zh: "请检查程序是否有权启动进程（--allow-run）。",
    },
  }),
};

/** The problem that a failure is; `memory` and `seconds` are the limits that were in force. */
export function problemOfFailure(
  failure: CodeFailure,
  { memory, seconds }: { readonly memory: number; readonly seconds: number },
): Problem {
  switch (failure.what) {
    case "syntax":
      return codeProblem.syntax(failure.message, failure.at);
    case "thrown":
      return codeProblem.thrown(failure);
    case "denied":
      return codeProblem.denied(failure.message, failure.at);
    case "plot":
      return codeProblem.plot(failure.text, failure.hint, failure.at);
    case "time":
      return codeProblem.time(seconds);
    case "memory":
      return codeProblem.memory(memory);
    case "lines":
      return codeProblem.lines();
    case "no-rows":
      return returnedProblem.noRows();
    case "returned":
      return returnedProblem.returned(failure.given);
    case "cell":
      return returnedProblem.cell(failure.column, failure.row, failure.held);
    case "mixed":
      return returnedProblem.mixed(failure.column, failure.row, failure.type, failure.other);
    case "lengths":
      return returnedProblem.lengths(failure.column, failure.rows, failure.others);
    case "column-name":
      return returnedProblem.columnName(failure.how, failure.name);
    case "size":
      return returnedProblem.size(failure.of, failure.count);
  }
}

function lineText(at: SourcePlace | null): Text {
  return at === null ? { en: "", zh: "" } : {
    en: ` at line ${at.line}, column ${at.column}`,
    zh: `（第 ${at.line} 行第 ${at.column} 列）`,
  };
}

/** What somebody else has written, on one line and with an end. */
function sentence(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const short = line.length > 500 ? `${line.slice(0, 499)}…` : line;
  return /[.!?…。]$/.test(short) ? short : `${short}.`;
}

function mebibytes(bytes: number): string {
  return String(Math.round(bytes / 2 ** 20));
}
