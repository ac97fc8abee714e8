import type { Problem, Text } from "../pipeline/problem.ts";

/** What can be wrong with a file that comes in piece by piece. What arrived stays, unless it says otherwise. */
export const uploadProblem = {
  conflict: (file: string, offset: number): Problem<"upload/offset-conflict"> => ({
    code: "upload/offset-conflict",
    message: {
      en: `Cannot add to the file here: the next piece begins at byte ${offset}.`,
      zh: `无法在此处续传该文件：下一段应从第 ${offset} 字节开始。`,
    },
    place: { file },
    hint: {
      en: "Go on from there. The file may be on its way from another window, too.",
      zh: "请从该处继续；该文件可能也正从另一个窗口上传。",
    },
  }),

  longerThanSaid: (file: string, bytes: number): Problem<"upload/longer-than-said"> => ({
    code: "upload/longer-than-said",
    message: {
      en: `Cannot take more of the file: it was said to have ${bytes} bytes, and they are here.`,
      zh: `无法继续接收该文件：声明的大小为 ${bytes} 字节，已全部收到。`,
    },
    place: { file },
    hint: {
      en: "The file grew while it was sent. Send it again once nothing writes to it.",
      zh: "文件在上传过程中变大了。请在没有程序写入该文件后重新上传。",
    },
  }),

  cutOff: (file: string, offset: number): Problem<"upload/cut-off"> => ({
    code: "upload/cut-off",
    message: {
      en: `The connection ended after byte ${offset} of the file.`,
      zh: `文件上传到第 ${offset} 字节时连接中断。`,
    },
    place: { file },
    hint: {
      en: "What has arrived is kept: go on from there.",
      zh: "已收到的内容会保留：请从该处继续。",
    },
  }),

  tooLarge: (file: string, bytes: number, limit: number): Problem<"upload/too-large"> => ({
    code: "upload/too-large",
    message: {
      en: `Cannot take the file: it has ${sizeText(bytes)}, at most ${
        sizeText(limit)
      } are allowed.`,
      zh: `无法接收该文件：大小为 ${sizeText(bytes)}，上限为 ${sizeText(limit)}。`,
    },
    place: { file },
    hint: {
      en: "Send a part of its rows or columns, or convert it to Parquet, which is smaller.",
      zh: "请只上传部分行或列，或转换为体积更小的 Parquet 格式。",
    },
  }),

  noSpace: (file: string, bytes: number, free: number): Problem<"upload/no-space"> => ({
    code: "upload/no-space",
    message: {
      en: `Cannot take the file: ${sizeText(bytes)} of it are still to come, ` +
        `and the server's disk has room for ${sizeText(free)}.`,
      zh: `无法接收该文件：还需接收 ${sizeText(bytes)}，而服务器磁盘仅剩 ${sizeText(free)} 可用。`,
    },
    place: { file },
    hint: {
      en: "Free some space on the disk of the workspace, then choose the file again.",
      zh: "请在工作区所在磁盘上释放空间，然后重新选择该文件。",
    },
  }),
};

/** A size in powers of 1000, as lists show them. */
function sizeText(bytes: number): Text["en"] {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  let size = Math.max(0, bytes);
  let unit = 0;
  for (; size >= 999.5 && unit < units.length - 1; unit++) size /= 1000;
  return `${unit === 0 || size >= 99.5 ? size.toFixed(0) : size.toPrecision(2)} ${units[unit]}`;
}
