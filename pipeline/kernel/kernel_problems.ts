import { nameList } from "../name_list.ts";
import type { Problem, Text } from "../problem.ts";

const runAgain: Text = {
  en: "Run the cell again; if it happens once more, give it less data, or report the defect.",
  zh: "请重新运行该单元；若再次发生，请减少数据量或报告此缺陷。",
};

const askAgain: Text = {
  en: "Ask again: another process answers. The values are kept.",
  zh: "请重试：将由新的进程回答。已填写的值不会丢失。",
};

/** What can go wrong with the execution of cells. */
export const kernelProblem = {
  noSuchCell: (id: string): Problem<"kernel/no-such-cell"> => ({
    code: "kernel/no-such-cell",
    message: {
      en: `Cannot run the cell ${nameList([id]).en}: the notebook has none of that id.`,
      zh: `无法运行单元 ${nameList([id]).zh}：笔记本中没有该 id 的单元。`,
    },
    place: {},
    hint: {
      en: "Load the notebook again: it may have changed in another window.",
      zh: "请重新加载笔记本：它可能已在其他窗口中被修改。",
    },
  }),

  cellFailed: (cell: string, cause: unknown): Problem<"kernel/cell-failed"> => ({
    code: "kernel/cell-failed",
    message: {
      en: `Cannot finish the cell "${cell}": it ran into a defect of the program ` +
        `(${firstLine(cause)}).`,
      zh: `无法完成单元“${cell}”：运行中遇到程序缺陷（${firstLine(cause)}）。`,
    },
    place: { cell },
    hint: {
      en: "Check its params and data; the log of the server tells more for a report.",
      zh: "请检查其参数和数据；服务器日志中有可用于报告的详细信息。",
    },
  }),

  notWritable: (cell: string, how: string): Problem<"kernel/not-writable"> => ({
    code: "kernel/not-writable",
    message: {
      en: `Cannot finish the cell "${cell}": its files cannot be written (${how}).`,
      zh: `无法完成单元“${cell}”：无法写入其文件（${how}）。`,
    },
    place: { cell },
    hint: {
      en: "Free some space on the disk of the workspace, then run the cell again.",
      zh: "请在工作区所在磁盘上腾出空间，然后重新运行该单元。",
    },
  }),

  badResult: (cell: string, what: string): Problem<"kernel/bad-result"> => ({
    code: "kernel/bad-result",
    message: {
      en:
        `Cannot use the result of the cell "${cell}": it is not what its kind promises (${what}).`,
      zh: `无法使用单元“${cell}”的结果：它不符合该类型的约定（${what}）。`,
    },
    place: { cell },
    hint: {
      en: "This is a defect of the cell kind: please report it with the notebook.",
      zh: "这是该单元类型的缺陷：请连同笔记本一并报告。",
    },
  }),

  unknownKind: (cell: string, kind: string): Problem<"kernel/unknown-kind"> => ({
    code: "kernel/unknown-kind",
    message: {
      en: `Cannot run the cell "${cell}": its kernel does not know this version of "${kind}".`,
      zh: `无法运行单元“${cell}”：内核不支持该版本的“${kind}”。`,
    },
    place: { cell },
    hint: {
      en: "Restart the server: it was updated while it ran.",
      zh: "请重新启动服务器：它在运行期间被更新过。",
    },
  }),

  memory: (limit?: number): Problem<"kernel/memory"> => ({
    code: "kernel/memory",
    message: limit === undefined
      ? {
        en: "Cannot finish the cell: it ran out of memory.",
        zh: "无法完成该单元：内存不足。",
      }
      : {
        en: `Cannot finish the cell: it took more than the ${gigabytes(limit)} GB ` +
          "of memory allowed.",
        zh: `无法完成该单元：其占用的内存超过了允许的 ${gigabytes(limit)} GB。`,
      },
    place: {},
    hint: {
      en: "Give it fewer rows or columns, choose smaller params, or allow more memory.",
      zh: "请减少行数或列数、调小参数，或允许使用更多内存。",
    },
  }),

  crashed: (how: string): Problem<"kernel/crashed"> => ({
    code: "kernel/crashed",
    message: {
      en: `Cannot finish the cell: its process ended unexpectedly (${how}).`,
      zh: `无法完成该单元：其进程意外结束（${how}）。`,
    },
    place: {},
    hint: runAgain,
  }),

  silent: (seconds: number): Problem<"kernel/silent"> => ({
    code: "kernel/silent",
    message: {
      en: `Cannot finish the cell: its process has given no sign of life for ${seconds} s.`,
      zh: `无法完成该单元：其进程已有 ${seconds} 秒没有响应。`,
    },
    place: {},
    hint: runAgain,
  }),

  killed: (): Problem<"kernel/killed"> => ({
    code: "kernel/killed",
    message: {
      en: "The kernel was ended, since a cancelled cell did not stop by itself.",
      zh: "内核已被终止，因为被取消的单元没有自行停止。",
    },
    place: {},
    hint: {
      en: "Nothing to do: the other cells that ran begin anew.",
      zh: "无需操作：其他正在运行的单元会重新开始。",
    },
  }),

  notStarted: (how: string): Problem<"kernel/not-started"> => ({
    code: "kernel/not-started",
    message: {
      en: `Cannot start the process that runs cells (${how}).`,
      zh: `无法启动运行单元的进程（${how}）。`,
    },
    place: {},
    hint: {
      en: "Run setup.sh again, and check that the program may start processes.",
      zh: "请重新运行 setup.sh，并检查程序是否有权启动进程。",
    },
  }),

  badFile: (): Problem<"kernel/bad-file"> => ({
    code: "kernel/bad-file",
    message: {
      en: "Cannot use the result of the cell: it names a file that it has not made.",
      zh: "无法使用该单元的结果：它引用了并非由它生成的文件。",
    },
    place: {},
    hint: runAgain,
  }),

  unreadableTable: (how: string): Problem<"kernel/unreadable-table"> => ({
    code: "kernel/unreadable-table",
    message: {
      en: `Cannot show the table: ${how}.`,
      zh: `无法显示表格：${how}。`,
    },
    place: {},
    hint: {
      en: "Run the cell again; its file may be damaged.",
      zh: "请重新运行该单元；其文件可能已损坏。",
    },
  }),

  /** @param reason Why the process ended. */
  noAnswer: (reason: Problem): Problem<"kernel/no-answer"> => ({
    code: "kernel/no-answer",
    message: reason.code === "kernel/memory"
      ? {
        en: "Cannot answer: the process that asks the model ran out of memory.",
        zh: "无法回答：调用模型的进程内存不足。",
      }
      : {
        en: "Cannot answer: the process that asks the model ended unexpectedly.",
        zh: "无法回答：调用模型的进程意外结束。",
      },
    place: {},
    hint: askAgain,
  }),

  questionFailed: (how: string): Problem<"kernel/question-failed"> => ({
    code: "kernel/question-failed",
    message: {
      en: `Cannot answer: asking the model ran into a defect of the program (${how}).`,
      zh: `无法回答：调用模型时遇到程序缺陷（${how}）。`,
    },
    place: {},
    hint: askAgain,
  }),
};

/** A cause in one short line, without a stack. */
export function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  const line = text.split(/[\r\n]/, 1)[0]?.trim() ?? "";
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toPrecision(2);
}
