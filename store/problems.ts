import type { Problem, Text } from "../pipeline/problem.ts";

/** What a workspace holds, by the name a message uses. */
export type ItemKind = keyof typeof itemNames;

const itemNames = {
  upload: { en: "file", zh: "文件" },
  dataset: { en: "dataset", zh: "数据集" },
  notebook: { en: "notebook", zh: "笔记本" },
  revision: { en: "revision", zh: "历史版本" },
  run: { en: "run", zh: "运行记录" },
  pipeline: { en: "pipeline", zh: "流水线" },
  pipelineVersion: { en: "version of the pipeline", zh: "流水线版本" },
  model: { en: "model", zh: "模型" },
  diagnosis: { en: "diagnosis", zh: "诊断结果" },
} as const satisfies Record<string, Text>;

/** What can be wrong with a workspace and with what is asked of it. */
export const storeProblem = {
  noHome: (): Problem<"store/no-home"> => ({
    code: "store/no-home",
    message: {
      en: "Cannot find a place for the workspace: there is no home folder.",
      zh: "无法确定工作区的位置：没有主目录。",
    },
    place: {},
    hint: {
      en: "Name a folder with --workspace or in HEALER_WORKSPACE.",
      zh: "请用 --workspace 或环境变量 HEALER_WORKSPACE 指定一个文件夹。",
    },
  }),

  insideCode: (folder: string): Problem<"store/inside-code"> => ({
    code: "store/inside-code",
    message: {
      en: "Cannot keep the workspace here: the folder is part of the program.",
      zh: "无法将工作区放在此处：该文件夹属于程序本身。",
    },
    place: { file: folder },
    hint: {
      en: "Name a folder outside the program, so that an update does not touch your data.",
      zh: "请指定程序之外的文件夹，以免更新程序时影响您的数据。",
    },
  }),

  notAFolder: (folder: string): Problem<"store/not-a-folder"> => ({
    code: "store/not-a-folder",
    message: {
      en: "Cannot open the workspace: the path, or a part of it, is a file.",
      zh: "无法打开工作区：该路径或其中一部分是文件，而不是文件夹。",
    },
    place: { file: folder },
    hint: { en: "Name a folder, new or existing.", zh: "请指定一个已有的或新的文件夹。" },
  }),

  notWritable: (folder: string): Problem<"store/not-writable"> => ({
    code: "store/not-writable",
    message: {
      en: "Cannot write to the workspace: it is read-only for this user.",
      zh: "无法写入工作区：当前用户只有读取权限，或文件系统为只读。",
    },
    place: { file: folder },
    hint: {
      en: "Give this user the right to write to the folder, or name another one with --workspace.",
      zh: "请为当前用户授予该文件夹的写权限，或用 --workspace 指定其他文件夹。",
    },
  }),

  diskFull: (folder: string): Problem<"store/disk-full"> => ({
    code: "store/disk-full",
    message: {
      en: "Cannot write to the workspace: the disk is full.",
      zh: "无法写入工作区：磁盘已满。",
    },
    place: { file: folder },
    hint: {
      en: "Nothing saved before was lost. Free some space on that disk and try again.",
      zh: "此前保存的内容没有丢失。请释放磁盘空间后重试。",
    },
  }),

  inUse: (folder: string, pid: number | undefined): Problem<"store/in-use"> => {
    const holder = pid === undefined ? { en: "", zh: "" } : {
      en: ` (process ${pid})`,
      zh: `（进程 ${pid}）`,
    };
    return {
      code: "store/in-use",
      message: {
        en: `Cannot open the workspace: another server${holder.en} has it open.`,
        zh: `无法打开工作区：另一个服务进程${holder.zh}正在使用它。`,
      },
      place: { file: folder },
      hint: {
        en: "Use that server, stop it first, or name another folder with --workspace.",
        zh: "请使用该服务或先将其停止，也可用 --workspace 指定其他文件夹。",
      },
    };
  },

  laterVersion: (
    folder: string,
    found: number,
    known: number,
  ): Problem<"store/later-version"> => ({
    code: "store/later-version",
    message: {
      en: `Cannot open the workspace: a later version of the program wrote it ` +
        `(format ${found}, this program knows up to ${known}).`,
      zh: `无法打开工作区：它由更新版本的程序写入（格式 ${found}，当前程序最高支持 ${known}）。`,
    },
    place: { file: folder },
    hint: {
      en: "Update the program, or name another folder with --workspace. Nothing was changed.",
      zh: "请更新程序，或用 --workspace 指定其他文件夹。工作区未被改动。",
    },
  }),

  notAWorkspace: (folder: string): Problem<"store/not-a-workspace"> => ({
    code: "store/not-a-workspace",
    message: {
      en: "Cannot open the workspace: its database belongs to another program.",
      zh: "无法打开工作区：其中的数据库属于其他程序。",
    },
    place: { file: folder },
    hint: {
      en: "Name another folder with --workspace. Nothing was changed.",
      zh: "请用 --workspace 指定其他文件夹。该文件夹未被改动。",
    },
  }),

  damaged: (folder: string, detail: string): Problem<"store/damaged"> => ({
    code: "store/damaged",
    message: {
      en: `Cannot use the workspace: its database is damaged (${detail}).`,
      zh: `无法使用工作区：数据库已损坏（${detail}）。`,
    },
    place: { file: folder },
    hint: {
      en: "Check the disk, then restore the folder from a backup or start with a new one.",
      zh: "请检查磁盘，然后从备份恢复该文件夹，或使用新的文件夹。",
    },
  }),

  failed: (folder: string, detail: string): Problem<"store/failed"> => ({
    code: "store/failed",
    message: {
      en: `Cannot use the workspace: ${detail}.`,
      zh: `无法使用工作区：${detail}。`,
    },
    place: { file: folder },
    hint: { en: "Check the folder and its disk.", zh: "请检查该文件夹及其所在磁盘。" },
  }),

  missingBlob: (sha256: string): Problem<"store/missing-blob"> => ({
    code: "store/missing-blob",
    message: {
      en: `Cannot read stored data: the file ${shown(sha256)} is not in the workspace.`,
      zh: `无法读取已存储的数据：工作区中没有文件 ${shown(sha256)}。`,
    },
    place: {},
    hint: {
      en: "Run the cell again or import the data again.",
      zh: "请重新运行单元格或重新导入数据。",
    },
  }),

  damagedBlob: (sha256: string): Problem<"store/damaged-blob"> => ({
    code: "store/damaged-blob",
    message: {
      en: `Cannot use stored data: the file ${shown(sha256)} was changed or damaged on the disk.`,
      zh: `无法使用已存储的数据：文件 ${shown(sha256)} 在磁盘上被更改或损坏。`,
    },
    place: {},
    hint: {
      en: "Check the disk, then run the cell again or import the data again.",
      zh: "请检查磁盘，然后重新运行单元格或重新导入数据。",
    },
  }),

  notAFile: (file: string): Problem<"store/not-a-file"> => ({
    code: "store/not-a-file",
    message: {
      en: "Cannot store the file: it is absent, or no plain file.",
      zh: "无法存储该文件：文件不存在，或不是普通文件。",
    },
    place: { file },
    hint: { en: "Run the cell again.", zh: "请重新运行单元格。" },
  }),

  notFound: (kind: ItemKind, id: string): Problem<"store/not-found"> => ({
    code: "store/not-found",
    message: {
      en: `Cannot find the ${itemNames[kind].en} "${
        shown(id)
      }": the workspace has none by that id.`,
      zh: `找不到${itemNames[kind].zh}“${shown(id)}”：工作区中没有此标识。`,
    },
    place: {},
    hint: { en: "Choose one from the list.", zh: "请从列表中选择。" },
  }),

  deleted: (kind: ItemKind, name: string): Problem<"store/deleted"> => ({
    code: "store/deleted",
    message: {
      en: `Cannot use the ${itemNames[kind].en} "${shown(name)}": it was deleted.`,
      zh: `无法使用${itemNames[kind].zh}“${shown(name)}”：它已被删除。`,
    },
    place: {},
    hint: {
      en: 'Choose another one, or restore it on the first page under "Recently deleted".',
      zh: "请另选一个，或在首页的“最近删除”中将其恢复。",
    },
  }),

  notebookDeleted: (title: string): Problem<"store/notebook-deleted"> => ({
    code: "store/notebook-deleted",
    message: {
      en: `Cannot open the notebook "${shown(title)}": it was deleted.`,
      zh: `无法打开笔记本“${shown(title)}”：它已被删除。`,
    },
    place: {},
    hint: {
      en: 'Restore it first: on the first page, under "Recently deleted".',
      zh: "请先在首页的“最近删除”中将其恢复。",
    },
  }),

  notebookConflict: (
    title: string,
    basedOn: number,
    current: number,
  ): Problem<"store/notebook-conflict"> => ({
    code: "store/notebook-conflict",
    message: {
      en: `Cannot save the notebook "${shown(title)}": your change is based on revision ` +
        `${basedOn}, but revision ${current} is the current one.`,
      zh: `无法保存笔记本“${shown(title)}”：您的修改基于版本 ${basedOn}，而当前版本是 ${current}。`,
    },
    place: {},
    hint: {
      en: "It was changed elsewhere. Load the current revision and apply your change to it, " +
        "or save yours as a copy.",
      zh: "该笔记本已在别处修改。请载入当前版本后再修改，或将您的版本另存为副本。",
    },
  }),

  runEnded: (id: string): Problem<"store/run-ended"> => ({
    code: "store/run-ended",
    message: {
      en: `Cannot end the run "${shown(id)}": it has ended already.`,
      zh: `无法结束运行“${shown(id)}”：它已经结束。`,
    },
    place: {},
    hint: { en: "Start a new run.", zh: "请开始新的运行。" },
  }),
};

/** Titles and ids come from outside: what is too long for a message is cut. */
function shown(text: string): string {
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 57).join("")}…` : text;
}
