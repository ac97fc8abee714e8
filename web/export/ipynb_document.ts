import type { Origin } from "./ipynb_origin.ts";

// Jupyter's own format, version 4.5, as far as exports use it: https://nbformat.readthedocs.io/en/latest/format_description.html

/** Data in several forms, of which a reader shows the best that it knows. */
export type MimeBundle = Readonly<Record<string, string>>;

/** What Jupyter shows below a cell. */
export type JupyterOutput =
  | {
    readonly output_type: "stream";
    readonly name: "stdout" | "stderr";
    readonly text: string;
  }
  | {
    readonly output_type: "display_data";
    readonly data: MimeBundle;
    readonly metadata: Readonly<Record<string, never>>;
  }
  | {
    readonly output_type: "error";
    readonly ename: string;
    readonly evalue: string;
    readonly traceback: readonly string[];
  };

/** A cell as Jupyter has it. */
export type JupyterCell =
  | {
    readonly cell_type: "markdown";
    readonly id: string;
    readonly metadata: Readonly<Record<string, never>>;
    readonly source: string;
  }
  | {
    readonly cell_type: "code";
    readonly id: string;
    readonly metadata: Readonly<Record<string, never>>;
    readonly source: string;
    readonly execution_count: number | null;
    readonly outputs: readonly JupyterOutput[];
  };

/** A whole Jupyter notebook. */
export interface JupyterDocument {
  readonly cells: readonly JupyterCell[];
  readonly metadata: {
    readonly kernelspec: {
      readonly display_name: string;
      readonly language: string;
      readonly name: string;
    };
    readonly language_info: {
      readonly file_extension: string;
      readonly mimetype: string;
      readonly name: string;
    };
    readonly systemhealer: Origin;
    readonly title: string;
  };
}

/** How Jupyter itself would write it: texts of several lines as lists, indented by one space. */
export function printJupyter({ cells, metadata }: JupyterDocument): string {
  const document = {
    cells: cells.map((cell) => ({
      ...cell,
      ...(cell.cell_type === "code" ? { outputs: cell.outputs.map(printedOutput) } : {}),
      source: linesOf(cell.source),
    })),
    metadata,
    nbformat: 4,
    nbformat_minor: 5,
  };
  return JSON.stringify(document, null, 1) + "\n";
}

function printedOutput(output: JupyterOutput): unknown {
  if (output.output_type === "stream") return { ...output, text: linesOf(output.text) };
  if (output.output_type === "error") return output;
  const data = Object.entries(output.data).map(([media, text]) => [media, linesOf(text)]);
  return { ...output, data: Object.fromEntries(data) };
}

/** The lines of a text, each with its end. */
function linesOf(text: string): string[] {
  return text.toWellFormed().split(/(?<=\n)/).filter((line) => line !== "");
}
