import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Value } from "@/pipeline/cells/value.ts";
import { FairQueue } from "@/pipeline/kernel/fair_queue.ts";
import { buildGraph } from "@/pipeline/kernel/graph.ts";
import { kindsByName, type Notebook } from "@/pipeline/kernel/notebook.ts";
import { FakeExecutor } from "./fake_executor.ts";
import {
  notebookOf,
  type OpenSession,
  openSession,
  settle,
  type Shorthand,
} from "./open_session.ts";
import { cellKinds } from "./test_cells.ts";

const kinds = kindsByName(cellKinds);
const ids = ["a", "b", "c", "d", "e", "f"];

/** What each cell gives if everything is computed from scratch; nothing for what cannot run. */
function fromScratch(notebook: Notebook): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [id, { kind, params, wires, problem }] of buildGraph(notebook, kinds)) {
    const inputs = [...wires.values()].map(({ cell }) => numbers.get(cell));
    if (problem !== undefined || kind === undefined || inputs.includes(undefined)) continue;
    const { value, plus } = Object.assign({ value: 0, plus: 0 }, params);
    const own = { "number": value, "add": plus, "slow-add": plus, "sum": 0 }[kind.kind];
    if (own === undefined) continue;
    numbers.set(id, inputs.reduce<number>((sum, input) => sum + (input ?? 0), own));
  }
  return numbers;
}

function numberOf(value: Value | undefined): unknown {
  return value?.number;
}

type Command =
  | { type: "edit"; id: string; cell: Shorthand }
  | { type: "remove" | "cancel" | "hold" | "letGo"; id: string }
  | { type: "move"; id: string; to: number }
  | { type: "run"; request: "stale" | "all" | string[] }
  | { type: "pause" };

const id = fc.constantFrom(...ids);
const inputs = fc.option(fc.dictionary(fc.constantFrom("table", "left"), id, { maxKeys: 1 }), {
  nil: undefined,
});
const small = fc.nat(2);
const cell = id.chain((id) =>
  fc.oneof(
    small.map((value): Shorthand => [id, "number", { value }]),
    fc.tuple(fc.constantFrom("add", "slow-add"), small, inputs)
      .map(([kind, plus, inputs]): Shorthand => [id, kind, { plus }, inputs]),
    inputs.map((inputs): Shorthand => [id, "sum", {}, inputs]),
    fc.constantFrom<Shorthand>([id, "fail", { how: "problem" }], [id, "nonsense"]),
  )
);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: cell.map((cell) => ({ type: "edit" as const, id: cell[0], cell })) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom(
        "remove" as const,
        "cancel" as const,
        "hold" as const,
        "letGo" as const,
      ),
      id,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("move" as const), id, to: fc.nat(5) }) },
  {
    weight: 3,
    arbitrary: fc.oneof(fc.constantFrom("stale" as const, "all" as const), fc.array(id))
      .map((request) => ({ type: "run" as const, request })),
  },
  { weight: 2, arbitrary: fc.constant({ type: "pause" as const }) },
);

/** Applies an edit to the list of cells. */
function edited(cells: readonly Shorthand[], command: Command): Shorthand[] {
  if (!("id" in command)) return [...cells];
  const index = cells.findIndex(([id]) => id === command.id);
  switch (command.type) {
    case "edit":
      return index < 0 ? [...cells, command.cell] : cells.with(index, command.cell);
    case "remove":
      return cells.filter(([id]) => id !== command.id);
    case "move": {
      const moved = cells[index];
      return moved === undefined
        ? [...cells]
        : cells.toSpliced(index, 1).toSpliced(command.to, 0, moved);
    }
    default:
      return [...cells];
  }
}

async function play(
  first: readonly Shorthand[],
  commands: readonly Command[],
): Promise<OpenSession> {
  let cells = [...new Map(first.map((cell) => [cell[0], cell])).values()];
  const revisions = [notebookOf(), notebookOf(...cells)];
  const executor = new FakeExecutor((task) => {
    const { revision } = open.session.view();
    const expected = fromScratch(revisions[revision] ?? notebookOf());
    const given = Object.values(task.inputs).map(numberOf);
    const graph = buildGraph(revisions[revision] ?? notebookOf(), kinds);
    const wanted = [...graph.get(task.cell)?.wires.values() ?? []].map(({ cell }) =>
      expected.get(cell)
    );
    // A run never uses stale input.
    assert.deepEqual(given, wanted, `inputs of ${task.cell}`);
  });
  const open = await openSession(cells, { executor, queue: new FairQueue(2) });
  for (const command of commands) {
    if (command.type === "pause") await settle();
    else if (command.type === "hold") executor.hold(command.id);
    else if (command.type === "letGo") executor.letGo(command.id);
    else if (command.type === "cancel") await open.session.cancel(command.id);
    // What cannot run is refused: that is tested elsewhere.
    else if (command.type === "run") await open.session.run(command.request).catch(() => {});
    else {
      cells = edited(cells, command);
      revisions.push(notebookOf(...cells));
      await open.change(...cells);
    }
  }
  for (const id of ids) executor.letGo(id);
  await open.session.idle();
  return open;
}

describe("a session", () => {
  it("never uses stale input, and shows as current only what computing from scratch gives", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { maxLength: 6 }),
        fc.array(command, { maxLength: 25 }),
        async (first, commands) => {
          const open = await play(first, commands);
          const { cells } = open.session.view();
          const notebook = notebookOf(...lastCells(first, commands));
          const expected = fromScratch(notebook);
          assert.deepEqual(cells.map(({ id }) => id), notebook.cells.map(({ id }) => id));
          for (const { id, state, result } of cells) {
            assert.notEqual(state.state, "running");
            if (state.state === "waiting") assert.notDeepEqual(state.for, []);
            if (state.state !== "fresh" && state.state !== "cached") continue;
            assert.equal(numberOf(result?.result.values.table), expected.get(id), id);
          }
          assert.equal(open.session.view().run, undefined);
          assert.deepEqual(open.reports, []);
          assert.deepEqual(lastTold(open), new Map(cells.map(({ id, state }) => [id, state])));

          await open.session.run("stale");
          await open.session.idle();
          const current = open.session.view().cells.filter(({ state }) =>
            state.state === "fresh" || state.state === "cached"
          );
          assert.deepEqual(current.map(({ id }) => id), [...expected.keys()]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

function lastCells(first: readonly Shorthand[], commands: readonly Command[]): Shorthand[] {
  return commands.reduce(
    edited,
    [...new Map(first.map((cell) => [cell[0], cell])).values()],
  );
}

/** The states as a page knows them that has heard all events since the opening. */
function lastTold({ events, session }: OpenSession): Map<string, unknown> {
  const told = new Map(
    events.flatMap((event) => event.type === "state" ? [[event.cell, event.state] as const] : []),
  );
  return new Map(session.view().cells.map(({ id, state }) => [id, told.get(id) ?? state]));
}
