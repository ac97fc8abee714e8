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
};

function formatHint(nearest: string | undefined, known: readonly string[]): Text {
  const all = { en: `There are ${nameList(known).en}.`, zh: `可用格式：${nameList(known).zh}。` };
  return nearest === undefined ? all : {
    en: `Did you mean ${nameList([nearest]).en}? ${all.en}`,
    zh: `是否想用 ${nameList([nearest]).zh}？${all.zh}`,
  };
}
