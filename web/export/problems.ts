import { closestNames } from "@/pipeline/closest_names.ts";
import { nameList } from "@/pipeline/name_list.ts";
import type { Problem, Text } from "@/pipeline/problem.ts";

/** What can be wrong with an export. */
export const exportProblem = {
  noSuchFormat: (
    name: string,
    known: readonly string[],
  ): Problem<"export/format-not-found"> => ({
    code: "export/format-not-found",
    message: {
      en: `Cannot export as ${nameList([name]).en}: there is no format of that name.`,
      zh: `无法导出为 ${nameList([name]).zh}：没有这种格式。`,
    },
    place: { param: "as" },
    hint: formatHint(closestNames(name, known, 1)[0], known),
  }),

  tooManyDrawings: (
    { characters, seconds }: { readonly characters: number; readonly seconds: number },
  ): Problem<"export/too-many-drawings"> => ({
    code: "export/too-many-drawings",
    message: {
      en: `Cannot draw the figures of the notebook: together they take more than ` +
        `${Math.round(characters / 2 ** 20)} MB or ${seconds} s.`,
      zh: `无法绘制笔记本的图形：总计超过 ${
        Math.round(characters / 2 ** 20)
      } MB 或 ${seconds} 秒。`,
    },
    place: {},
    hint: {
      en:
        "Let the code draw fewer figures or fewer points, or move some cells to a notebook of their own.",
      zh: "请减少代码绘制的图形或数据点，或将部分单元移到另一个笔记本。",
    },
  }),
};

function formatHint(nearest: string | undefined, known: readonly string[]): Text {
  const all = { en: `There are ${nameList(known).en}.`, zh: `可用格式：${nameList(known).zh}。` };
  return nearest === undefined ? all : {
    en: `Did you mean ${nameList([nearest]).en}? ${all.en}`,
    zh: `是否想用 ${nameList([nearest]).zh}？${all.zh}`,
  };
}
