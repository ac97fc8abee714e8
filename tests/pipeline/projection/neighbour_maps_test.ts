import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { affinities } from "@/pipeline/projection/affinities.ts";
import { QuadTree } from "@/pipeline/projection/quad_tree.ts";
import { rowNeighbours } from "@/pipeline/projection/row_neighbours.ts";
import { tsne } from "@/pipeline/projection/tsne.ts";
import { umap } from "@/pipeline/projection/umap.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { Random } from "@/pipeline/random.ts";
import { cancelled, quietContext } from "@/pipeline/run_context.ts";
import { blobs, planeRows } from "./blobs.ts";
import { trustworthiness } from "./trustworthiness.ts";

const rows = blobs({ rows: 240, width: 10, clouds: 4 });
const context = quietContext(3);

describe("tsne", () => {
  it("keeps neighbours together and clouds apart", () => {
    const { coordinates, divergence } = tsne(rows, { perplexity: 20 }, context);
    assert.ok(coordinates.every(Number.isFinite));
    assert.ok(trustworthiness(rows, planeRows(coordinates), 10) > 0.93);
    assert.equal(strangers(coordinates), 0);
    assert.ok(divergence > 0 && divergence < 0.8, String(divergence));
  });

  it("comes by Barnes–Hut to about the fit that it reaches exactly", () => {
    const coarse = tsne(rows, { perplexity: 20 }, context).divergence;
    const exact = tsne(rows, { perplexity: 20, angle: 0 }, context).divergence;
    assert.ok(Math.abs(coarse - exact) < 0.05 * exact, `${coarse} ${exact}`);
  });

  it("is the same each time, and holds for few and for equal rows", () => {
    const few = blobs({ rows: 30, width: 3, clouds: 2 });
    assert.deepEqual(
      tsne(few, { perplexity: 30 }, context),
      tsne(few, { perplexity: 30 }, context),
    );
    const equal = { rows: 40, width: 2, values: new Float64Array(80).fill(1) };
    assert.ok(tsne(equal, { perplexity: 10 }, context).coordinates.every(Number.isFinite));
    const three = { rows: 3, width: 1, values: Float64Array.from([1, 2, 4]) };
    assert.ok(tsne(three, { perplexity: 10 }, context).coordinates.every(Number.isFinite));
  });

  it("stops when it is told to", () => {
    let calls = 0;
    const stopping = {
      seed: 0,
      progress: () => {
        if (++calls > 400) throw cancelled();
      },
    };
    assert.throws(() => tsne(rows, { perplexity: 20 }, stopping), HealerError);
  });
});

describe("umap", () => {
  it("keeps neighbours together and clouds apart, the same each time by its seed", () => {
    const options = { neighbours: 15, minDistance: 0.1 };
    const map = umap(rows, options, context);
    assert.ok(map.every(Number.isFinite));
    assert.ok(trustworthiness(rows, planeRows(map), 10) > 0.88);
    assert.equal(strangers(map), 0);
    assert.deepEqual(umap(rows, options, context), map);
    assert.notDeepEqual(umap(rows, options, quietContext(4)), map);
  });

  it("holds for few and for equal rows", () => {
    const options = { neighbours: 15, minDistance: 0.1 };
    const three = { rows: 3, width: 1, values: Float64Array.from([1, 2, 4]) };
    assert.ok(umap(three, options, context).every(Number.isFinite));
    const equal = { rows: 40, width: 2, values: new Float64Array(80).fill(1) };
    assert.ok(umap(equal, options, context).every(Number.isFinite));
  });
});

describe("affinities", () => {
  it("are the same both ways, and add up to 1", () => {
    const neighbours = rowNeighbours(rows, 60, context);
    const { starts, columns, values } = affinities(neighbours, rows.rows, 12);
    assert.ok(Math.abs(values.reduce((sum, value) => sum + value, 0) - 1) < 1e-9);
    const of = (row: number, column: number): number => {
      for (let at = starts[row]!; at < starts[row + 1]!; at++) {
        if (columns[at] === column) return values[at]!;
      }
      return 0;
    };
    for (const row of [0, 7, 239]) {
      for (let at = starts[row]!; at < starts[row + 1]!; at++) {
        assert.equal(of(columns[at]!, row), values[at]);
      }
    }
  });
});

describe("QuadTree", () => {
  it("adds up the repulsion of all other points exactly at angle 0, of equal points too", () => {
    const random = new Random(5);
    const points = Float64Array.from({ length: 400 }, () => Math.round(40 * random.normal()) / 10);
    const tree = new QuadTree(200);
    tree.build(points);
    for (const point of [0, 50, 199]) {
      let x = 0, y = 0, normaliser = 0;
      for (let other = 0; other < 200; other++) {
        if (other === point) continue;
        const dx = points[2 * point]! - points[2 * other]!;
        const dy = points[2 * point + 1]! - points[2 * other + 1]!;
        const weight = 1 / (1 + dx * dx + dy * dy);
        normaliser += weight;
        x += weight * weight * dx;
        y += weight * weight * dy;
      }
      tree.repel(points, point, 0);
      assert.ok(Math.abs(tree.found.normaliser - normaliser) < 1e-9);
      assert.ok(Math.abs(tree.found.x - x) < 1e-9 && Math.abs(tree.found.y - y) < 1e-9);
    }
  });
});

describe("rowNeighbours", () => {
  it("finds the nearest other rows, among equal ones too", () => {
    const values = Float64Array.from([1, 1, 1, 1, 2, 9]);
    const found = rowNeighbours({ rows: 6, width: 1, values }, 3, context);
    for (let row = 0; row < 6; row++) {
      const own = [...found.rows.subarray(3 * row, 3 * row + 3)];
      assert.ok(!own.includes(row), `row ${row} is its own neighbour`);
      assert.equal(new Set(own).size, 3);
    }
    assert.deepEqual([...found.squares.subarray(0, 3)], [0, 0, 0]);
    assert.deepEqual([...found.squares.subarray(15, 18)], [49, 64, 64]);
  });
});

/** How many rows have a nearest neighbour on the map that is of another cloud. */
function strangers(map: Float64Array): number {
  const nearest = rowNeighbours(planeRows(map), 1, context);
  return nearest.rows.filter((other, row) => other % 4 !== row % 4).length;
}
