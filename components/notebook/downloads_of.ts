import { get } from "@/islands/api.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import type { Text } from "@/pipeline/problem.ts";
import { type FormatAnswer, formatsSchema } from "@/web/export_schema.ts";
import type { Language } from "@/web/language.ts";
import { downloadTexts } from "../texts_download.ts";

/** Something that can be taken away as a file. */
export interface Download {
  readonly label: Text;
  readonly address: string;
  /** Whether it is made when it is asked for, which takes a moment and may be refused. */
  readonly isMade: boolean;
}

/** The forms of a notebook that the server makes, asked for once. */
let formats: Promise<readonly FormatAnswer[]> | undefined;

/** All that can be taken away of a notebook: its forms, models and diagnoses, and everything at once. */
export async function downloadsOf(
  open: OpenNotebook,
  language: Language,
): Promise<readonly Download[]> {
  const path = `/api/notebooks/${open.id}`;
  formats ??= get("/api/formats", formatsSchema).then((answer) => answer.formats);
  const known = await formats.catch(() => {
    // Asked again the next time; what does not depend on it is offered all the same.
    formats = undefined;
    return [];
  });
  return [
    ...known.map(({ name, title, ending }) => ({
      label: { en: `${title.en} (${ending})`, zh: `${title.zh}（${ending}）` },
      address: `${path}/export?as=${encodeURIComponent(name)}&language=${language}`,
      isMade: true,
    })),
    ...open.structure.value.cells.flatMap(({ id }, index) => valuesOf(open, id, index + 1)),
    {
      label: downloadTexts.everything,
      address: `${path}/archive?language=${language}`,
      isMade: true,
    },
  ];
}

function valuesOf(open: OpenNotebook, cell: string, number: number): Download[] {
  const values = open.live(cell).value.result?.result.values ?? {};
  return Object.entries(values).flatMap(([port, { type }]): Download[] => {
    const query = `port=${encodeURIComponent(port)}`;
    const address = `/api/notebooks/${open.id}/cells/${cell}/file?${query}`;
    if (type === "diagnosis") {
      return [{ label: downloadTexts.resultOf(number), address, isMade: false }];
    }
    if (type !== "model") return [];
    return [
      { label: downloadTexts.modelOf(number), address, isMade: false },
      { label: downloadTexts.cardOf(number), address: `${address}&as=card`, isMade: false },
    ];
  });
}
