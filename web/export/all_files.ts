import type { CellResult } from "@/pipeline/cells/cell_kind.ts";
import { fileReferences } from "@/pipeline/cells/value.ts";
import { withCatalogue } from "@/pipeline/model/model_catalogue.ts";
import { fileOfValue } from "../workbench/value_file.ts";
import { tableCsv } from "../workbench/table_csv.ts";
import type { ExportCell, ExportSource } from "./export_source.ts";
import type { DrawableFigure } from "./ask_figure_worker.ts";
import { figureFiles } from "./figure_file.ts";
import { exportFormats } from "./formats.ts";
import { modelCardText } from "./model_card_file.ts";
import { uniqueNames } from "./unique_names.ts";

/** Takes the next piece of a file. */
export type Take = (piece: Uint8Array<ArrayBuffer>) => void | Promise<void>;

/** One of the files that a notebook gives. */
export interface TakenFile {
  /** Unlike that of any other, also where upper and lower case are one. */
  readonly name: string;
  readonly media: string;
  /** The cell that it comes from; undefined: the notebook as a whole. */
  readonly cell: string | undefined;
  /** Whether not every notebook can be put into this form: `write` then throws a HealerError that says why. */
  readonly isOptional: boolean;
  write(take: Take): Promise<void>;
}

type NamedWork = Omit<TakenFile, "isOptional"> & Partial<Pick<TakenFile, "isOptional">>;

const drawnWidth = 720;

/**
 * All that a notebook gives to take away, the same on the page (as one archive) and on the command line: the
 * notebook in every format, and of each cell the model as ONNX with its card, the diagnosis, other tables as CSV,
 * the figures as SVG. Rows on their way from cell to cell are no results.
 */
export function allFiles(source: ExportSource): readonly TakenFile[] {
  const drawn = new DrawnOnce(source);
  const files: readonly NamedWork[] = [
    ...exportFormats.map((format) => ({
      name: `notebook${format.ending}`,
      media: format.media,
      cell: undefined,
      isOptional: true,
      write: async (take: Take) => await take(bytesOf(await format.make(source))),
    })),
    ...source.cells.flatMap((cell) =>
      cell.result === undefined ? [] : [
        ...valueFiles(source, cell.id, cell.result),
        ...tableFiles(source, cell.id, cell.result),
        ...drawn.files(cell),
      ]
    ),
  ];
  const names = uniqueNames(files.map(({ name }) => name));
  return files.map((file, index) => ({
    isOptional: false,
    ...file,
    name: names[index] ?? file.name,
  }));
}

function valueFiles(source: ExportSource, cell: string, { values }: CellResult): NamedWork[] {
  return Object.values(values).flatMap((value): NamedWork[] => {
    const found = fileOfValue(value);
    const catalogue = found === undefined || value.type !== "model"
      ? []
      : source.catalogueOf(found.file);
    const card = modelCardText(value, catalogue);
    return [
      ...(found === undefined ? [] : [{
        name: `${cell}${found.ending}`,
        media: found.file.media,
        cell,
        write: async (take: Take) => {
          const path = source.pathOf(found.file);
          if (catalogue.length > 0) {
            return await take(withCatalogue(await Deno.readFile(path), catalogue));
          }
          const blob = await Deno.open(path);
          for await (const piece of blob.readable) await take(piece);
        },
      }]),
      ...(card === undefined ? [] : [{
        name: `${cell}.card.json`,
        media: "application/json",
        cell,
        write: async (take: Take) => await take(bytesOf(card)),
      }]),
    ];
  });
}

function tableFiles(
  source: ExportSource,
  cell: string,
  { tables, values }: CellResult,
): NamedWork[] {
  const given = Object.values(values);
  const passedOn = new Set(
    given.filter(({ type }) => type === "prepared").flatMap(fileReferences)
      .map(({ sha256 }) => sha256),
  );
  const isDiagnosis = given.some(({ type }) => type === "diagnosis");
  return tables.flatMap(({ name, file }, table): NamedWork[] => {
    // A diagnosis stands among the values.
    if (passedOn.has(file.sha256) || (isDiagnosis && name === "diagnoses")) return [];
    return [{
      name: `${cell}.${name.replace(/[^\w-]+/g, "_")}.csv`,
      media: "text/csv",
      cell,
      write: async (take) => {
        for await (const text of tableCsv((page) => source.tablePage(cell, table, page))) {
          await take(bytesOf(text));
        }
      },
    }];
  });
}

/** Draws all figures together once the first of them is wanted. */
class DrawnOnce {
  private readonly figures: DrawableFigure[] = [];
  private drawn: ReturnType<typeof figureFiles> | undefined;

  constructor(private readonly source: ExportSource) {}

  files({ id, result }: ExportCell): NamedWork[] {
    return (result?.figures ?? []).flatMap((figure, number): NamedWork[] => {
      if (figure.type === "markdown") return [];
      const index = this.figures.push(figure) - 1;
      return [{
        name: `${id}.figure-${number + 1}.svg`,
        media: "image/svg+xml",
        cell: id,
        // There may be too many of them to be drawn.
        isOptional: true,
        write: async (take) => {
          const { language } = this.source;
          this.drawn ??= figureFiles(this.figures, { language, width: drawnWidth });
          await take(bytesOf((await this.drawn)[index]?.text ?? ""));
        },
      }];
    });
  }
}

function bytesOf(content: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}
