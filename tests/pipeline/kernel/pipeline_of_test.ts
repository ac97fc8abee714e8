import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { CellResult } from "@/pipeline/cells/cell_kind.ts";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import type { Prepared } from "@/pipeline/cells/prepared_value.ts";
import { checkNotebook, kindsByName, type Notebook } from "@/pipeline/kernel/notebook.ts";
import { pipelineNotebook } from "@/pipeline/kernel/pipeline_notebook.ts";
import { pipelineCells, pipelineOf } from "@/pipeline/kernel/pipeline_of.ts";
import { type PipelineDocument, printPipeline } from "@/pipeline/model/pipeline_file.ts";
import { arbitraryPipeline } from "../model/arbitrary_pipeline.ts";
import { thrownBy } from "./problem_of.ts";

const kinds = kindsByName(cellKinds);
const file = { sha256: "0".repeat(64), bytes: 1, media: "application/vnd.apache.parquet" };

/** What a cell gives in front of which the steps of `pipeline` stand, on a table of its columns. */
function resultWith(
  { recipe, features, label }: Pick<PipelineDocument, "recipe" | "features" | "label">,
): CellResult {
  const prepared: Prepared = {
    type: "prepared",
    source: { name: "kpis.csv", sha256: file.sha256 },
    table: file,
    rows: 10,
    quarantined: 0,
    columns: [
      ...features.map(({ name, type }) => ({ name, type, role: "feature" as const })),
      { name: label, type: "text", role: "label" },
      { name: `${label} too`, type: "text", role: "ignored" },
    ],
    steps: recipe.steps,
    split: null,
    preview: { file, rows: 10, columns: [], trainingOnly: false },
  };
  return {
    summary: { en: "", zh: "" },
    notices: [],
    figures: [],
    tables: [],
    values: { table: prepared },
  };
}

const table = {
  recipe: { steps: [], learner: { name: "random-forest", params: {} } },
  features: [{ name: "cpu", type: "number" as const }],
  label: "fault",
};

function notebookOf(
  ...cells: readonly (readonly [id: string, kind: string, title?: string])[]
): Notebook {
  return checkNotebook({
    format: 1,
    title: "Night shift",
    cells: cells.map(([id, kind, title]) => ({
      id,
      kind,
      ...(title === undefined ? {} : { title }),
    })),
  }, kinds).notebook;
}

describe("pipelineOf", () => {
  it("takes the pipeline out of the notebook that was made of it", () => {
    fc.assert(
      fc.property(arbitraryPipeline, (pipeline) => {
        const wanted = { ...pipeline, leftOut: [] };
        const made = pipelineNotebook(wanted, {
          importParams: {},
          renames: [{ from: "a", to: "b" }],
        }, wanted.name);
        const { notebook, problems } = checkNotebook(made, kinds);
        assert.deepEqual(problems, []);
        const resultOf = () => resultWith(wanted);
        const { document, leftOut } = pipelineOf(notebook, "train", { kinds, resultOf });
        assert.equal(printPipeline(document), printPipeline(wanted));
        assert.deepEqual(leftOut.map(({ cell }) => cell), ["import", "rename-columns"]);
      }),
      { numRuns: 50 },
    );
  });

  it("names the cells that stay behind, and why", () => {
    const notebook = notebookOf(
      ["import", "import"],
      ["night", "subset", "Nights only"],
      ["split", "split"],
      ["impute", "impute"],
      ["look", "chart"],
      ["train", "train"],
    );
    const { document, leftOut } = pipelineOf(notebook, "train", {
      kinds,
      resultOf: (cell) => cell === "impute" ? resultWith(table) : undefined,
    });
    assert.equal(document.name, "Night shift");
    assert.deepEqual(document.split, { by: "guess", testShare: 0.2, seed: 0 });
    assert.deepEqual(leftOut.map(({ cell, name }) => [cell, name.en]), [
      ["import", "Import"],
      ["night", "Nights only"],
    ]);
    assert.deepEqual(document.leftOut.map(({ cell }) => cell), ["night"]);
    assert.match(document.leftOut[0]?.reason.zh ?? "", /全部行/);
  });

  it("ends at a cell that makes a new table of others", () => {
    const made = {
      ...kinds.get("profile")!,
      kind: "remake",
      title: { en: "Remake", zh: "重做" },
      gives: { table: "prepared" as const },
    };
    const all = new Map([...kinds, ["remake", made]]);
    const { notebook } = checkNotebook({
      format: 1,
      title: "",
      cells: ["import", "split", "impute", "remake", "scale", "train"].map((kind) => ({
        id: kind,
        kind,
      })),
    }, all);
    const { document } = pipelineOf(notebook, "train", {
      kinds: all,
      resultOf: () => resultWith(table),
    });
    assert.equal(document.split, null);
    assert.deepEqual(document.leftOut.map(({ cell }) => cell), [
      "import",
      "split",
      "impute",
      "remake",
    ]);
    assert.match(document.leftOut.at(-1)?.reason.en ?? "", /no step/);
  });

  it("goes through code that hands on the table it read, and ends at code that makes one", () => {
    const notebook = notebookOf(
      ["import", "import"],
      ["split", "split"],
      ["code", "code"],
      ["scale", "scale"],
      ["train", "train"],
    );
    const read = resultWith(table);
    const made = resultWith({ ...table, label: "other" });
    const through = pipelineOf(notebook, "train", { kinds, resultOf: () => read });
    assert.notEqual(through.document.split, null);
    assert.deepEqual(through.document.leftOut.map(({ cell }) => cell), ["code"]);
    assert.match(through.document.leftOut[0]?.reason.en ?? "", /no table of its own/);
    const ended = pipelineOf(notebook, "train", {
      kinds,
      resultOf: (cell) => cell === "code" || cell === "scale" ? made : read,
    });
    assert.equal(ended.document.split, null);
    assert.deepEqual(ended.document.leftOut.map(({ cell }) => cell), ["import", "split", "code"]);
  });

  it("cannot carry queries and code, and says so of each", () => {
    for (const kind of ["sql", "code"]) {
      const notebook = notebookOf(
        ["import", "import"],
        ["ratios", kind, "Ratios"],
        ["impute", "impute"],
        ["train", "train"],
      );
      const made = resultWith({ ...table, label: "other" });
      const { document } = pipelineOf(notebook, "train", {
        kinds,
        resultOf: (cell) => cell === "import" ? resultWith(table) : made,
      });
      assert.deepEqual(document.leftOut.map(({ cell, name }) => [cell, name.en]), [
        ["import", "Import"],
        ["ratios", "Ratios"],
      ]);
      assert.match(document.leftOut.at(-1)?.reason.en ?? "", /makes a new table, .* no step/);
      assert.match(document.leftOut.at(-1)?.reason.zh ?? "", /不是预处理步骤/);
    }
  });

  it("says what keeps a cell from giving a pipeline", () => {
    const notebook = notebookOf(["import", "import"], ["train", "train"], ["seek", "find-model"], [
      "alone",
      "note",
    ]);
    const nothing = { kinds, resultOf: () => undefined };
    assert.deepEqual(pipelineCells(notebook), ["train", "seek"]);
    const codeOf = (cell: string, sources = nothing): string =>
      thrownBy(() => pipelineOf(notebook, cell, sources)).code;
    assert.equal(codeOf("missing"), "pipeline/no-such-cell");
    assert.equal(codeOf("import"), "pipeline/not-a-training-cell");
    assert.equal(codeOf("train"), "pipeline/not-run");
    assert.equal(thrownBy(() => pipelineOf(notebook, "train", nothing)).place.cell, "import");
    const unlabelled = resultWith(table);
    const { table: prepared } = unlabelled.values;
    const values = { table: { ...prepared, type: "prepared" as const, columns: [] } };
    const resultOf = (cell: string) => cell === "import" ? { ...unlabelled, values } : undefined;
    assert.equal(
      thrownBy(() => pipelineOf(notebook, "train", { kinds, resultOf })).code,
      "pipeline/no-label",
    );
    const searched = (cell: string) => cell === "import" ? resultWith(table) : undefined;
    assert.equal(
      thrownBy(() => pipelineOf(notebook, "seek", { kinds, resultOf: searched })).place.cell,
      "seek",
    );
    assert.equal(
      thrownBy(() => pipelineOf(notebookOf(["train", "train"]), "train", nothing)).code,
      "graph/missing-input",
    );
  });
});
