import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import type { Text } from "../problem.ts";
import { cut } from "../table/cell.ts";
import { defineCell } from "./cell_kind.ts";

/** Longer first lines are cut where they stand as a title. */
const titleLength = 120;

const params = z.strictObject({
  en: z.string().max(100_000).default("").meta(
    {
      label: { en: "Text", zh: "英文文本" },
      help: {
        en: "Markdown; shown in Chinese too where the Chinese text is empty.",
        zh: "Markdown；中文文本为空时，中文界面也显示它。",
      },
      multiline: true,
    } satisfies ParamMeta,
  ),
  zh: z.string().max(100_000).default("").meta(
    {
      label: { en: "Chinese text", zh: "文本" },
      help: {
        en: "Markdown; shown in English too where the English text is empty.",
        zh: "Markdown；英文文本为空时，英文界面也显示它。",
      },
      multiline: true,
    } satisfies ParamMeta,
  ),
});

/** A text between the cells, in one language or both. */
export const note = defineCell({
  kind: "note",
  version: 1,
  group: "write",
  title: { en: "Note", zh: "笔记" },
  summary: {
    en: "A text in Markdown that says what the notebook is about.",
    zh: "用 Markdown 书写的说明文字。",
  },
  params,
  takes: {},
  gives: {},
  cost: "cheap",

  run: (_inputs, { en, zh }, context) => {
    context.progress(1);
    const text: Text = { en: en || zh, zh: zh || en };
    const title: Text = { en: firstLine(text.en), zh: firstLine(text.zh) };
    return Promise.resolve({
      summary: title,
      figures: text.en === "" ? [] : [{ type: "markdown" as const, title, text }],
      tables: [],
      values: {},
    });
  },
});

/** The first line with words in it, without its Markdown signs. */
export function firstLine(markdown: string): string {
  const line = markdown.split("\n").find((each) => each.trim() !== "") ?? "";
  const words = line.replace(/^[\s#>*-]+/, "").replace(/[*_`]/g, "").trim();
  return words.length > titleLength ? `${cut(words, titleLength - 1)}…` : words;
}
