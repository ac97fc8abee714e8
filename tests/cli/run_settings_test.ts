import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { refuseMissingFiles, withFiles, withParams } from "@/cli/run_settings.ts";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import { checkNotebook, kindsByName, type Notebook } from "@/pipeline/kernel/notebook.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { temporaryFolder } from "./healer.ts";

const kinds = kindsByName(cellKinds);

function notebookOf(...cells: unknown[]): Notebook {
  return checkNotebook({ format: 1, title: "", cells }, kinds).notebook;
}

const notebook = notebookOf(
  { id: "data", kind: "import" },
  { id: "fill", kind: "impute" },
  { id: "learn", kind: "train", params: { folds: 3 } },
  { id: "a", kind: "note" },
  { id: "b", kind: "note" },
);

function paramsOf(changed: Notebook, id: string): unknown {
  return changed.cells.find((cell) => cell.id === id)?.params;
}

function codeOf(error: unknown): boolean {
  return error instanceof HealerError && error.problem.code === "run/bad-setting";
}

describe("withParams", () => {
  it("sets params of cells named by their id, or by a kind that only one has", () => {
    const changed = withParams(
      notebook,
      ["learn.folds=7", "train.seed=9", "a.en=# 你好=2", "data.label=1", 'data.ignore=["x"]'],
      kinds,
    );
    assert.deepEqual(paramsOf(changed, "learn"), { folds: 7, seed: 9 });
    assert.deepEqual(paramsOf(changed, "a"), { en: "# 你好=2" });
    assert.deepEqual(
      paramsOf(changed, "data"),
      { label: "1", ignore: ["x"] },
      "text where text fits",
    );
    assert.deepEqual(paramsOf(notebook, "learn"), { folds: 3 }, "the notebook itself stays");
  });

  it("chooses by a name and changes what is inside a choice, written or not", () => {
    const inside = withParams(notebook, ["learn.learner.trees=5"], kinds);
    const { learner } = Object(paramsOf(inside, "learn"));
    assert.equal(learner.name, "random-forest");
    assert.equal(learner.trees, 5);
    const chosen = withParams(notebook, ["learn.learner=logistic-regression"], kinds);
    assert.deepEqual(Object(paramsOf(chosen, "learn")).learner, { name: "logistic-regression" });
    const long = withParams(notebook, ["learn.learner.name=logistic-regression"], kinds);
    assert.equal(Object(paramsOf(long, "learn")).learner.name, "logistic-regression");
  });

  it("never drops params to make others fit", () => {
    const bad = notebookOf({ id: "s", kind: "simulate", params: { rows: 5, seed: 1 } });
    assert.throws(() => withParams(bad, ["s.seed=2"], kinds), codeOf);
  });

  it("refuses other forms, cells and values", () => {
    const wrong = [
      "learn",
      "learn.folds",
      "=3",
      ".folds=3",
      "nobody.folds=3",
      "note.en=two are notes",
      "learn.fold=3",
      "learn.folds=1",
      "learn.folds=many",
      "learn.__proto__.x=3",
      "learn.learner=none",
    ];
    for (const pair of wrong) {
      assert.throws(() => withParams(notebook, [pair], kinds), codeOf, pair);
    }
  });
});

describe("withFiles", () => {
  it("names a file by its content, and refuses cells that read none", async () => {
    await using folder = await temporaryFolder();
    const path = folder.path("kpis.csv");
    await Deno.writeTextFile(path, "a,b\n1,2\n");
    const sha256 = createHash("sha256").update("a,b\n1,2\n").digest("hex");
    const pathOf = (file: string) => file;
    const { notebook: fed, files } = await withFiles(notebook, [`import=${path}`], kinds, pathOf);
    assert.deepEqual(paramsOf(fed, "data"), {
      file: { name: "kpis.csv", content: { sha256, bytes: 8, media: "text/csv" } },
    });
    assert.deepEqual(files, [{ sha256, path }]);
    refuseMissingFiles(fed, files);
    assert.throws(() => refuseMissingFiles(fed, []), /"data" reads "kpis\.csv"/);
    for (const pair of ["data", "=x", `fill=${path}`, `nobody=${path}`]) {
      await assert.rejects(withFiles(notebook, [pair], kinds, pathOf), codeOf, pair);
    }
    const absent = withFiles(notebook, [`data=${folder.path("none.csv")}`], kinds, pathOf);
    await assert.rejects(absent, /there is no such file/);
  });
});
