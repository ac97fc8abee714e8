import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { simulate } from "@/pipeline/simulator/simulate.ts";
import { csvHeader, writeSimulationCsv } from "@/pipeline/simulator/simulation_csv.ts";

async function csvOf(rows: number, seed: number): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  const stream = new WritableStream<Uint8Array>({
    write: (chunk) => {
      text += decoder.decode(chunk, { stream: true });
    },
  });
  await writeSimulationCsv(simulate({ rows, seed }), stream.getWriter());
  return text;
}

describe("writeSimulationCsv", () => {
  it("writes the same bytes for a seed and others for another", async () => {
    const first = await csvOf(300, 7);
    assert.equal(await csvOf(300, 7), first);
    assert.notEqual(await csvOf(300, 8), first);
  });

  it("writes a longer file that begins with the shorter one", async () => {
    assert.ok((await csvOf(300, 7)).startsWith(await csvOf(120, 7)));
  });

  it("writes incident_id, time, the KPIs and fault, a line a row", async () => {
    const lines = (await csvOf(250, 1)).split("\n");
    const { columns } = simulate({ rows: 1, seed: 1 });
    assert.equal(lines.pop(), "");
    assert.equal(lines.length, 251);
    assert.deepEqual(lines[0]!.split(","), csvHeader(columns));
    assert.match(lines[0]!, /^incident_id,time,cpu\..*_s,.*,fault$/);
    assert.match(lines[1]!, /^inc-000001,2026-01-01T\d\d:\d\d:\d\dZ,/);
    for (const line of lines) assert.equal(line.split(",").length, columns.length + 3);
  });

  it("writes the values of the batches, rounded, and holes as empty cells", async () => {
    const rows = 200, seed = 3;
    const simulation = simulate({ rows, seed });
    const [batch] = [...simulation.batches()];
    assert.ok(batch);
    const lines = (await csvOf(rows, seed)).trimEnd().split("\n").slice(1);
    let holes = 0;
    lines.forEach((line, row) => {
      const cells = line.split(",");
      assert.equal(cells[0], batch.incidents[row]);
      assert.equal(Date.parse(cells[1]!), batch.times[row]);
      assert.equal(cells.at(-1), batch.labels[row]);
      simulation.columns.forEach(({ name, unit }, column) => {
        const value = batch.values[row * simulation.columns.length + column]!;
        const cell = cells[column + 2]!;
        if (Number.isNaN(value)) {
          holes++;
          assert.equal(cell, "");
        } else if (unit.endsWith("total")) {
          assert.equal(Number(cell), value, name);
        } else {
          const error = Math.abs(Number(cell) - value);
          assert.ok(error <= 1e-7 + 5.1e-5 * value, `${name}: ${value} as ${cell}`);
        }
      });
    });
    assert.ok(holes > 0);
  });

  it("needs less than 1,000 bytes a row", async () => {
    assert.ok((await csvOf(2000, 1)).length < 2000 * 1000);
  });

  it("waits for the writer before it makes the next rows, and tells how far it is", async () => {
    let pending = 0;
    const told: number[] = [];
    const writer = {
      async write() {
        assert.equal(++pending, 1, "one write at a time");
        await new Promise((resolve) => setTimeout(resolve, 1));
        pending--;
      },
    };
    await writeSimulationCsv(simulate({ rows: 5000, seed: 1 }), writer, (rows) => told.push(rows));
    assert.equal(pending, 0);
    assert.equal(told.at(-1), 5000);
    assert.ok(told.length > 1);
  });

  it("passes on what goes wrong in the writer", async () => {
    const writer = { write: () => Promise.reject(new Error("disk full")) };
    await assert.rejects(writeSimulationCsv(simulate({ rows: 10, seed: 1 }), writer), /disk full/);
  });
});
