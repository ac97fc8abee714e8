import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type DatedRevision, needlessRevisions } from "@/store/thin_revisions.ts";
import { timestamp } from "@/store/columns.ts";
import { temporaryWorkspace } from "./temporary_workspace.ts";

const minute = 60_000;
const now = Date.parse("2026-11-21T14:30:00.000Z");

/** Revisions that were saved so many minutes ago, oldest first. */
const saved = (minutes: readonly number[]): DatedRevision[] =>
  minutes.toSorted((a, b) => b - a).map((ago, index) => ({
    revision: index + 1,
    saved: new Date(now - ago * minute).toISOString(),
  }));

const stays = (revisions: readonly DatedRevision[], at: number): DatedRevision[] => {
  const needless = new Set(needlessRevisions(revisions, at));
  return revisions.filter(({ revision }) => !needless.has(revision));
};

const manyRevisions = fc.array(fc.nat(4 * 24 * 60), { maxLength: 60 }).map(saved);

describe("thinning out revisions", () => {
  it("keeps all of the last hour, one in ten minutes of the last day, one of each day before", () => {
    const revisions = saved([0, 1, 2, 59, 71, 72, 73, 75, 95, 25 * 60, 26 * 60, 60 * 60]);
    const minutesAgo = stays(revisions, now).map((each) => (now - Date.parse(each.saved)) / minute);
    assert.deepEqual(minutesAgo, [60 * 60, 25 * 60, 95, 71, 59, 2, 1, 0]);
  });

  it("keeps the newest, and bounds what is left", () => {
    fc.assert(fc.property(manyRevisions, (revisions) => {
      const left = stays(revisions, now);
      assert.equal(left.at(-1)?.revision, revisions.at(-1)?.revision);
      const old = left.filter((each) => now - Date.parse(each.saved) >= 60 * minute);
      assert.ok(old.length <= 24 * 6 + 5, String(old.length));
    }));
  });

  it("comes to the same whether it was done in between or not", () => {
    fc.assert(fc.property(manyRevisions, fc.nat(3 * 24 * 60), (revisions, ago) => {
      const between = now - ago * minute;
      const isOlder = (each: DatedRevision) => Date.parse(each.saved) <= between;
      const early = stays(revisions.filter(isOlder), between);
      const both = [...early, ...revisions.filter((each) => !isOlder(each))];
      assert.deepEqual(stays(both, now), stays(revisions, now));
    }));
  });

  it("spares the first and the last revision, those with a name, those restored and those that ran", async () => {
    await using temporary = await temporaryWorkspace();
    const { notebooks, runs } = temporary.workspace;
    const { id } = notebooks.create("Faults", { cells: [] });
    for (let basedOn = 1; basedOn < 9; basedOn++) {
      notebooks.save(id, {
        content: { cells: [basedOn] },
        basedOn,
        ...(basedOn === 8 ? { restored: 4 } : {}),
      });
    }
    notebooks.nameRevision(id, 3, "before the incident");
    runs.start({ notebook: id, revision: 6, cells: [] });
    assert.equal(notebooks.thinOutRevisions(), 0, "all of them are of this hour");
    const nextMonth = Date.parse(timestamp()) + 30 * 24 * 60 * minute;
    notebooks.thinOutRevisions(nextMonth);
    const left = notebooks.revisions(id).map(({ revision }) => revision);
    for (const revision of [9, 6, 4, 3, 1]) assert.ok(left.includes(revision), `${revision}`);
    assert.ok(left.length <= 6, "at most one more, where the day changed meanwhile");
    assert.equal(notebooks.revision(id, 3).name, "before the incident");
    assert.equal(notebooks.revision(id, 9).restored, 4);
    assert.deepEqual(notebooks.content(id), { cells: [8] });
    assert.equal(notebooks.save(id, { content: { cells: ["x"] }, basedOn: 9 }).revision, 10);
  });
});
