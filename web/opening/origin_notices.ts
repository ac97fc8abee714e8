import type { Problem } from "@/pipeline/problem.ts";
import type { OpeningNotice } from "../opening_schema.ts";

/** Says what somebody has changed since the workbench wrote the file. */
export function editedNotices(
  { isEdited, areCellsEdited }: { readonly isEdited: boolean; readonly areCellsEdited: boolean },
): OpeningNotice[] {
  const notices: OpeningNotice[] = [];
  if (isEdited) {
    notices.push({
      code: "opening/origin-edited",
      message: {
        en: "The notebook in the file’s metadata was changed after the workbench wrote it. " +
          "Look through its cells before you run them.",
        zh: "文件元数据中的笔记本在工作台写出之后被改动过。运行前请先查看各单元。",
      },
    });
  }
  if (areCellsEdited) {
    notices.push({
      code: "opening/cells-edited",
      message: {
        en: "The cells that Jupyter shows were changed after the workbench wrote the file. " +
          "Those changes do not come along; read as a foreign notebook they do, as notes.",
        zh: "Jupyter 中显示的单元在工作台写出文件之后被改动过。" +
          "这些改动不会被导入；若按外来笔记本读取，则会以笔记形式保留。",
      },
    });
  }
  return notices;
}

/** Says why the notebook that lies in the metadata is not what is opened. */
export function unreadableOrigin({ message }: Problem): OpeningNotice {
  return {
    code: "opening/origin-unreadable",
    message: {
      en:
        `The file was made by the workbench, but its notebook cannot be had back. ${message.en} ` +
        "So what Jupyter shows becomes notes.",
      zh:
        `该文件由工作台生成，但其中的笔记本无法恢复。${message.zh}因此将 Jupyter 中显示的内容作为笔记导入。`,
    },
  };
}
