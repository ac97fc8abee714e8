import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { renderToString } from "preact-render-to-string";
import { BeeswarmFigure } from "@/components/figures/beeswarm_figure.tsx";
import { shadesOf, swarmPlaces } from "@/components/figures/swarm_places.ts";
import { axisOf } from "@/pipeline/cells/figure.ts";

describe("a beeswarm", () => {
  it("is a table with a line for each feature, its dots and in words how far they reach", () => {
    const html = renderToString(
      <BeeswarmFigure
        figure={{
          type: "beeswarm",
          title: { en: "What speaks for it", zh: "支持它的指标" },
          x: axisOf("SHAP"),
          swarms: [
            { name: "cpu", x: [-0.25, 0.5, 0.5], shade: [0, 1, null] },
            { name: "io <b>", x: [0, 0, 0], shade: [0.5, 0.5, 0.5] },
          ],
        }}
      />,
    );
    assert.equal(html.match(/<tr>/g)?.length, 2);
    assert.match(html, /<th scope="row" title="cpu">cpu<\/th>/);
    assert.match(html, /-0\.25 to 0\.5/);
    assert.match(html, /io &lt;b>/);
    assert.equal(html.match(/<path /g)?.length, 4);
    assert.match(html, /missing/);
    assert.doesNotMatch(html, /NaN|style=/);
  });

  it("keeps every dot at its place along the axis and within the height, however many crowd", () => {
    for (const crowd of [1, 2, 500]) {
      const along = Array.from({ length: crowd }, () => 300);
      const places = swarmPlaces([...along, 900], 28);
      assert.ok(places.every(({ x }, dot) => x === (dot < crowd ? 300 : 900)));
      assert.ok(places.every(({ y }) => y >= 0 && y <= 28));
      assert.equal(new Set(places.slice(0, crowd).map(({ y }) => y)).size, crowd);
    }
  });

  it("gives every dot one shade", () => {
    const shades = shadesOf({ name: "cpu", x: [1, 2, 3, 4], shade: [0, 1, null, 0.01] });
    assert.deepEqual([...shades], [[0, [0, 3]], [6, [1]], [-1, [2]]]);
  });
});
