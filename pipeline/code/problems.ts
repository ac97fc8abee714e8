import { nameList } from "../name_list.ts";
import type { Problem, Text } from "../problem.ts";
import type { CodeFailure, ColumnKind, SizeLimit, SourcePlace } from "./failure.ts";
import { codeLimits } from "./limits.ts";

const param = "source";

const kindNames: Readonly<Record<ColumnKind, Text>> = {
  number: { en: "numbers", zh: "数值" },
  text: { en: "texts", zh: "文本" },
  boolean: { en: "booleans", zh: "布尔值" },
  time: { en: "times", zh: "时间" },
};

const sizeNames: Readonly<Record<SizeLimit, (count: string) => Text>> = {
  rows: (count) => ({ en: `${count} rows`, zh: `${count} 行` }),
  columns: (count) => ({ en: `${count} columns`, zh: `${count} 列` }),
  cells: (count) => ({
    en: `${count} cells (rows times columns)`,
    zh: `${count} 个单元格（行数×列数）`,
  }),
  textBytes: (count) => ({ en: `${count} bytes of text`, zh: `${count} 字节文本` }),
  figures: (count) => ({ en: `${count} figures`, zh: `${count} 个图形` }),
  figureBytes: (count) => ({ en: `${count} bytes of figures`, zh: `${count} 字节图形数据` }),
};

const returnHint: Text = {
  en: "Return an arquero table, an array of objects, a figure of Plot.plot(…), " +
    "{ table, figures }, or nothing.",
  zh: "请返回 arquero 表、对象数组、Plot.plot(…) 的图形、{ table, figures }，或不返回任何值。",
};

/** What can go wrong with the code of a cell. */
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

  returned: (given: string): Problem<"code/returned"> => ({
    code: "code/returned",
    message: {
      en: `Cannot use what the code returns: it is ${given}.`,
      zh: `无法使用代码的返回值：它是 ${given}。`,
    },
    place: { param },
    hint: returnHint,
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

  noRows: (): Problem<"code/no-rows"> => ({
    code: "code/no-rows",
    message: {
      en: "Cannot use the table that the code returns: it has no rows or no columns.",
      zh: "无法使用代码返回的表：它没有行或没有列。",
    },
    place: { param },
    hint: {
      en: "Check the filters in the code, or return nothing where there is nothing to show.",
      zh: "请检查代码中的筛选条件；没有内容时可不返回任何值。",
    },
  }),

  cell: (column: string, row: number, held: string): Problem<"code/cell"> => ({
    code: "code/cell",
    message: {
      en: `Cannot use the column ${nameList([column]).en} that the code returns: ` +
        `row ${row} holds a value of type ${held}.`,
      zh: `无法使用代码返回的列 ${nameList([column]).zh}：第 ${row} 行的值类型为 ${held}。`,
    },
    place: { param },
    hint: held === "Date"
      ? {
        en: "Times reach from the year 1 to 9999.",
        zh: "时间范围为公元 1 年至 9999 年。",
      }
      : held === "BigInt"
      ? {
        en: "It is too large for a number: return it as a text, with String(…).",
        zh: "它超出了数值的范围：请用 String(…) 转成文本返回。",
      }
      : {
        en: "Cells are numbers, texts, booleans or Dates; JSON.stringify makes a text of others.",
        zh: "单元格只能是数值、文本、布尔值或 Date；其他值可用 JSON.stringify 转成文本。",
      },
  }),

  mixed: (
    column: string,
    row: number,
    type: ColumnKind,
    other: ColumnKind,
  ): Problem<"code/mixed"> => ({
    code: "code/mixed",
    message: {
      en: `Cannot use the column ${nameList([column]).en} that the code returns: it begins with ` +
        `${kindNames[type].en}, but row ${row} is of ${kindNames[other].en}.`,
      zh: `无法使用代码返回的列 ${nameList([column]).zh}：开头是${
        kindNames[type].zh
      }，第 ${row} 行却是${kindNames[other].zh}。`,
    },
    place: { param },
    hint: {
      en: "Make them one type, with Number(…) or String(…); null is a hole in any column.",
      zh: "请用 Number(…) 或 String(…) 统一类型；null 在任何列中都表示缺失。",
    },
  }),

  lengths: (column: string, rows: number, others: number): Problem<"code/lengths"> => ({
    code: "code/lengths",
    message: {
      en: `Cannot use the table that the code returns: the column ${nameList([column]).en} has ` +
        `${rows} rows, the table ${others}.`,
      zh: `无法使用代码返回的表：列 ${nameList([column]).zh} 有 ${rows} 行，而表有 ${others} 行。`,
    },
    place: { param },
    hint: {
      en: "Give every column as many rows as the first.",
      zh: "请让每一列的行数与第一列相同。",
    },
  }),

  columnName: (
    how: "empty" | "repeated" | "long",
    name: string,
  ): Problem<"code/column-name"> => ({
    code: "code/column-name",
    message: {
      empty: {
        en: "Cannot use the table that the code returns: a column has no name.",
        zh: "无法使用代码返回的表：有一列没有名称。",
      },
      repeated: {
        en: `Cannot use the table that the code returns: two columns are called ${
          nameList([name]).en
        }.`,
        zh: `无法使用代码返回的表：有两列都叫 ${nameList([name]).zh}。`,
      },
      long: {
        en: `Cannot use the table that the code returns: a name is longer than ` +
          `${codeLimits.nameLength} characters.`,
        zh: `无法使用代码返回的表：有列名超过 ${codeLimits.nameLength} 个字符。`,
      },
    }[how],
    place: { param },
    hint: {
      en: "Give every column a name of its own, with rename(…) for example.",
      zh: "请给每一列各自的名称，例如使用 rename(…)。",
    },
  }),

  size: (of: SizeLimit, count: number): Problem<"code/size"> => ({
    code: "code/size",
    message: {
      en: `Cannot take what the code returns: ${sizeNames[of](grouped(count)).en}, ` +
        `and ${grouped(codeLimits[of])} is the limit.`,
      zh: `无法接收代码的返回值：共 ${sizeNames[of](grouped(count)).zh}，上限为 ${
        grouped(codeLimits[of])
      }。`,
    },
    place: { param },
    hint: {
      en: "Return less: filter, sample or aggregate first.",
      zh: "请减少返回内容：先筛选、抽样或汇总。",
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
      return codeProblem.noRows();
    case "returned":
      return codeProblem.returned(failure.given);
    case "cell":
      return codeProblem.cell(failure.column, failure.row, failure.held);
    case "mixed":
      return codeProblem.mixed(failure.column, failure.row, failure.type, failure.other);
    case "lengths":
      return codeProblem.lengths(failure.column, failure.rows, failure.others);
    case "column-name":
      return codeProblem.columnName(failure.how, failure.name);
    case "size":
      return codeProblem.size(failure.of, failure.count);
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

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}
