import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type MapData, mapGroups } from "@/components/figures/map_groups.ts";
import { faultNames } from "@/components/fault_catalogue.ts";
import { namedMap } from "@/components/figures/named_map.ts";
import { nearestPoint, pointsInside, rectangle } from "@/components/figures/map_lasso.ts";
import { axisOf } from "@/pipeline/cells/figure.ts";

function figureOf(colour: MapData["colour"], rows: number): MapData {
  const numbers = Array.from({ length: rows }, (_, row) => row + 1);
  return {
    type: "map",
    method: "pca",
    title: { en: "Map", zh: "图" },
    x: axisOf("x"),
    y: axisOf("y"),
    points: { rows: numbers, x: numbers, y: numbers },
    colour,
    details: [],
    table: { name: "rows", column: "row" },
  };
}

describe("the groups of a map", () => {
  it("hold every point once, by category or by shade", () => {
    const codes = fc.array(fc.integer({ min: 0, max: 19 }), { minLength: 1, maxLength: 60 });
    const names = Array.from({ length: 20 }, (_, code) => `class ${code}`);
    fc.assert(fc.property(codes, (codes) => {
      const figure = figureOf({ by: "category", name: "fault", names, codes }, codes.length);
      for (const [code, { points }] of mapGroups(figure).entries()) {
        assert.ok(points.every((point) => codes[point] === code));
      }
    }));
    const value = fc.option(fc.integer({ min: -5, max: 5 }), { nil: null });
    fc.assert(fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (values) => {
      const figure = figureOf({ by: "number", name: "load", values }, values.length);
      const points = mapGroups(figure).flatMap((group) => group.points);
      assert.deepEqual(points.toSorted((a, b) => a - b), [...values.keys()]);
    }));
  });

  it("tell more than eight categories apart by their shapes", () => {
    const names = Array.from({ length: 20 }, (_, code) => `class ${code}`);
    const groups = mapGroups(figureOf({ by: "category", name: "fault", names, codes: [] }, 0));
    assert.equal(new Set(groups.map(({ fill, shape }) => `${fill} ${shape}`)).size, 20);
  });

  it("of diagnoses have the names and colours of the fault catalogue, and the language of the page", () => {
    const names = ["disk", "normal", "unknown fault"];
    const figure = figureOf(
      { by: "category", name: "diagnosis", names, codes: [0, 1, 2], unknown: 2 },
      3,
    );
    const none = { en: "", zh: "" };
    const catalogue = [{
      fault: "disk",
      name: { en: "Full disk", zh: "磁盘已满" },
      description: none,
      severity: "high" as const,
      colour: 5,
      remedies: [],
    }];
    const nameFault = faultNames({ classes: ["disk", "normal"], catalogue }, "zh");
    const shown = mapGroups(namedMap(figure, nameFault, "zh"));
    assert.deepEqual(shown.map(({ name, fill }) => [name, fill]), [
      ["磁盘已满", "c5"],
      ["normal", "c0"],
      ["未知故障", "ink"],
    ]);
    const bare = mapGroups(
      namedMap(figure, faultNames({ classes: [], catalogue: [] }, "en"), "en"),
    );
    assert.deepEqual(bare.map(({ fill }) => fill), mapGroups(figure).map(({ fill }) => fill));
  });

  it("shade a column that is mostly one value", () => {
    const values = [...Array.from({ length: 90 }, () => 0), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const groups = mapGroups(figureOf({ by: "number", name: "load", values }, 100));
    assert.ok(groups.length > 4);
  });
});

describe("the lasso", () => {
  const places = fc.array(
    fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) }),
    { maxLength: 40 },
  );

  it("holds what a rectangle holds, whichever corner it begins at", () => {
    fc.assert(fc.property(places, (points) => {
      const [from, to] = [{ x: 20.5, y: 70.5 }, { x: 60.5, y: 10.5 }];
      const expected = points.flatMap(({ x, y }, index) =>
        x > 20.5 && x < 60.5 && y > 10.5 && y < 70.5 ? [index] : []
      );
      assert.deepEqual(pointsInside(rectangle(from, to), points), expected);
      assert.deepEqual(pointsInside(rectangle(to, from), points), expected);
    }));
  });

  it("holds nothing of a bay outside of its line", () => {
    const line = [[0, 0], [10, 0], [10, 10], [5, 2], [0, 10]].map(([x = 0, y = 0]) => ({ x, y }));
    assert.deepEqual(pointsInside(line, [{ x: 5, y: 8 }, { x: 1, y: 2 }, { x: 20, y: 2 }]), [1]);
    assert.deepEqual(pointsInside(line.slice(0, 2), [{ x: 5, y: 0 }]), []);
  });

  it("finds the nearest point that is shown, within reach", () => {
    const points = [{ x: 0, y: 0 }, { x: 5, y: 0 }, { x: 50, y: 0 }];
    assert.equal(nearestPoint(points, { x: 3, y: 0 }, 10, () => true), 1);
    assert.equal(nearestPoint(points, { x: 3, y: 0 }, 10, (point) => point !== 1), 0);
    assert.equal(nearestPoint(points, { x: 30, y: 0 }, 10, () => true), undefined);
  });
});
