import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DOMParser } from "linkedom";
import { drawableOf } from "@/components/figures/drawable_of.ts";
import { figureSvg } from "@/components/figures/export/figure_svg.ts";
import { mapFigure } from "@/components/figures/kinds/map.ts";
import { axisOf } from "@/pipeline/cells/figure.ts";
import { HealerError } from "@/pipeline/problem.ts";
import type { DrawableFigure } from "@/web/export/ask_figure_worker.ts";
import { figureFile, figureFiles } from "@/web/export/figure_file.ts";
import { serverMaker } from "../../components/figures/drawn.ts";
import { sampleFigures } from "../../components/figures/sample_figures.ts";

const map: DrawableFigure = {
  type: "map",
  method: "pca",
  title: { en: "Rows & faults", zh: "样本与故障" },
  x: axisOf("x"),
  y: axisOf("y"),
  points: { rows: [1, 2, 3], x: [0, 1, 2], y: [2, 0, 1] },
  colour: { by: "category", name: "fault", names: ["normal", "<disk>"], codes: [0, 1, 1] },
  details: [{ name: "host", values: ["only-in-details", "b", "c"] }],
  table: { name: "rows", column: "row" },
};

describe("figures drawn without a browser", () => {
  it("are the files that the page saves, maps among them, in both languages", async () => {
    const figures = [...sampleFigures, map];
    for (const language of ["en", "zh"] as const) {
      const files = await figureFiles(figures, { language, width: 600 });
      assert.equal(files.length, figures.length);
      for (const [index, figure] of figures.entries()) {
        const drawable = figure.type === "map" ? mapFigure(figure) : drawableOf(figure);
        const expected = figureSvg(serverMaker(), drawable, { language, width: 600 });
        assert.deepEqual(files[index], expected, figure.type);
      }
    }
  });

  it("are refused in words where they would take the memory of the server", async () => {
    const text = "x".repeat(2 ** 24);
    const large: DrawableFigure = { ...map, title: { en: text, zh: text } };
    const figures = Array.from({ length: 5 }, () => large);
    await assert.rejects(
      figureFiles(figures, { language: "en", width: 500 }),
      (error) => error instanceof HealerError && error.problem.code === "export/too-many-drawings",
    );
    assert.equal((await figureFiles([map], { language: "en", width: 500 })).length, 1);
  });

  it("hold of a map what is seen of it, not what its rows hold otherwise", async () => {
    const text = await figureFile(map, { language: "en", width: 500 });
    assert.doesNotMatch(text, /only-in-details/);
    const svg = new DOMParser().parseFromString(text, "image/svg+xml");
    assert.equal(svg.querySelector("title")?.textContent, "Rows & faults");
  });

  it("go on being drawn after one that cannot be", async () => {
    const broken = { ...map, points: { rows: [1], x: [0], y: [0] }, colour: undefined };
    // @ts-expect-error: no cell gives it, as results are checked.
    await assert.rejects(figureFile(broken, { language: "en", width: 500 }), /Cannot draw/);
    assert.match(await figureFile(map, { language: "zh", width: 500 }), /样本与故障/);
  });
});
