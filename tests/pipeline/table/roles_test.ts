import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type pl from "nodejs-polars";
import { guessRoles } from "@/pipeline/table/roles.ts";
import type { RoleOverrides } from "@/pipeline/table/role.ts";
import type { TableColumn } from "@/pipeline/table/column_type.ts";
import { sharedFile, skipWithout } from "../../shared.ts";
import { type Cells, columnsOf, csvFrame, frameOf, problemOf } from "./frames.ts";

const rows = 12;
const measured: Cells = Array.from({ length: rows }, (_, row) => Math.sin(row) * 1e6);
const counted: Cells = Array.from({ length: rows }, (_, row) => row + 1);
const halves: Cells = Array.from({ length: rows }, (_, row) => row < rows / 2 ? 1 : 2);
const faults: Cells = Array.from({ length: rows }, (_, row) => row % 2 === 0 ? "slow disk" : "ok");
const texts: Cells = Array.from({ length: rows }, (_, row) => `row ${row * 7}`);
const unordered: Cells = Array.from({ length: rows }, (_, row) => (row * 5) % 13);

/** The roles of a table with these columns. */
function rolesOf(
  columns: Record<string, Cells>,
  overrides: RoleOverrides = {},
  types: Readonly<Record<string, TableColumn["type"]>> = {},
): { roles: Record<string, string>; notices: string[] } {
  const frame = frameOf(...Object.entries(columns));
  const typed = columnsOf(frame).map(({ name, type }) => ({ name, type: types[name] ?? type }));
  return shown(guessRoles(typed, frame, overrides));
}

function shown(
  { roles, notices }: ReturnType<typeof guessRoles>,
): { roles: Record<string, string>; notices: string[] } {
  for (const { reason } of roles.values()) assert.ok(reason.en !== "" && reason.zh !== "");
  return {
    roles: Object.fromEntries([...roles].map(([name, { role }]) => [name, role])),
    notices: notices.map(({ message }) => message.en),
  };
}

describe("guessRoles", () => {
  it("guesses by name in English and Chinese and says so", () => {
    const english = rolesOf({
      "Sample ID": unordered,
      "caseId": halves,
      "timestamp": counted,
      "cpu": measured,
      "Fault": faults,
    });
    assert.deepEqual(english.roles, {
      "Sample ID": "id",
      "caseId": "group",
      "timestamp": "time",
      "cpu": "feature",
      "Fault": "label",
    });
    assert.equal(english.notices.length, 4);
    assert.ok(english.notices.includes(
      'Took the column "Fault" as the label. Its name says that it is the label. ' +
        "Name another column if that is wrong.",
    ));
    const chinese = rolesOf({
      "样本编号": unordered,
      "时间": counted,
      "案例": halves,
      "处理器": measured,
      "故障": faults,
    });
    assert.deepEqual(Object.values(chinese.roles), ["id", "time", "group", "feature", "label"]);
  });

  it("keeps measurements as features, however unique their values are", () => {
    const { roles, notices } = rolesOf({
      "feature0": measured,
      "dbmsLockWaitTime": measured,
      "osCountOfInterruptsServicedSinceBootTime": unordered,
      "number": measured,
      "index": halves,
      "up": [true, ...Array.from({ length: rows - 1 }, () => null)],
    });
    assert.deepEqual(new Set(Object.values(roles)), new Set(["feature"]));
    assert.deepEqual(notices, []);
  });

  it("takes a column that counts the rows for the id, and ignores further ones", () => {
    const { roles, notices } = rolesOf({ "a": measured, "b": counted, "c": counted });
    assert.deepEqual(roles, { a: "feature", b: "id", c: "ignored" });
    assert.match(notices.join(), /Ignored the column "c"\. It names or counts things/);
  });

  it("takes rising whole numbers for the id in the first column only", () => {
    const rising: Cells = counted.map((cell) => Number(cell) ** 2);
    assert.deepEqual(rolesOf({ a: rising, b: rising }).roles, { a: "id", b: "feature" });
  });

  it("takes texts that are all different for the id", () => {
    assert.deepEqual(rolesOf({ cpu: measured, host: texts }).roles, { cpu: "feature", host: "id" });
  });

  it("takes a group name for the id where no value repeats", () => {
    assert.deepEqual(rolesOf({ case_id: unordered, cpu: measured }).roles.case_id, "id");
  });

  it("keeps an id with a few repeated values and says so, and ignores one that repeats often", () => {
    const twice = [...unordered.slice(1), unordered[1] ?? null];
    const kept = rolesOf({ id: twice });
    assert.equal(kept.roles.id, "id");
    assert.match(kept.notices.join(), /"id" is not unique: 12 rows have 11 different values/);
    assert.equal(rolesOf({ host_id: halves }).roles.host_id, "ignored");
  });

  it("takes a last column of few texts for the label", () => {
    const { roles } = rolesOf({ host: faults, cpu: measured, state: faults });
    assert.deepEqual(roles, { host: "ignored", cpu: "feature", state: "label" });
    assert.equal(rolesOf({ cpu: measured, load: halves }).roles.load, "feature");
  });

  it("prefers a label with few values over one with a surer name", () => {
    const { roles } = rolesOf({ label: measured, fault_type: faults });
    assert.deepEqual(roles, { label: "feature", fault_type: "label" });
  });

  it("ignores a second label, which would give the answer away", () => {
    const { roles, notices } = rolesOf({ label: halves, fault: faults, class: halves });
    assert.deepEqual(roles, { label: "label", fault: "ignored", class: "ignored" });
    assert.match(notices.join(), /2 columns: "fault", "class"\. .*give the answer away/);
  });

  it("ignores text and further times, at most five names in a notice", () => {
    const { roles, notices } = rolesOf(
      {
        begin: faults,
        end: faults,
        ...Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`text${i}`, faults])),
        cpu: measured,
      },
      {},
      { begin: "time", end: "time" },
    );
    assert.deepEqual([roles.begin, roles.end, roles.text0], ["time", "ignored", "ignored"]);
    assert.ok(notices.includes(
      'Ignored 7 columns: "text0", "text1", "text2", "text3", "text4" and 2 more. ' +
        "Of each: It holds text, and features are numbers.",
    ));
  });

  it("lets every guess be overridden", () => {
    const columns = { id: unordered, label: halves, host: faults, time: counted, cpu: measured };
    const overrides = { label: "host", group: "label", features: ["id", "time"], ignore: ["cpu"] };
    const frame = frameOf(...Object.entries(columns));
    const { roles } = guessRoles(columnsOf(frame), frame, overrides);
    assert.deepEqual([...roles.values()].map(({ role }) => role), [
      "feature",
      "group",
      "label",
      "feature",
      "ignored",
    ]);
    for (const { guessed } of roles.values()) assert.equal(guessed, false);
  });

  it("guesses no second label, id, group or time beside a named one", () => {
    const { roles } = rolesOf(
      { a: faults, b: texts, c: halves, d: counted, label: halves, id: texts, case_id: halves },
      { label: "a", id: "b", group: "c", time: "d" },
    );
    assert.deepEqual(Object.values(roles), [
      "label",
      "id",
      "group",
      "time",
      "ignored",
      "ignored",
      "ignored",
    ]);
  });

  it("names up to five close columns where an override is absent", () => {
    const columns = Object.fromEntries(counted.map((cell) => [`feature${cell}`, measured]));
    const problem = problemOf(() => rolesOf(columns, { ignore: ["feature0"] }));
    assert.equal(problem.code, "role/absent-column");
    assert.equal(
      problem.hint,
      'Did you mean "feature1", "feature2", "feature3", "feature4", "feature5"?',
    );
    assert.match(
      problemOf(() => rolesOf({ cpu: measured }, { id: "温度" })).hint,
      /The columns are "cpu"/,
    );
  });

  it("refuses two roles for one column, and text as a feature", () => {
    const columns = { a: measured, b: faults };
    const problem = problemOf(() => rolesOf(columns, { label: "a", ignore: ["b", "a"] }));
    assert.deepEqual([problem.code, problem.message], [
      "role/two-roles",
      'Cannot give the column "a" two roles: it is named as label and as ignored.',
    ]);
    assert.equal(problemOf(() => rolesOf(columns, { features: ["b"] })).code, "role/not-numeric");
    assert.equal(rolesOf(columns, { ignore: ["a", "a"] }).roles.a, "ignored");
  });

  it("works for odd names, no rows and no columns", () => {
    for (const name of ["__proto__", "", "*", "^a.*$", "😀", "x".repeat(10_000)]) {
      const frame = frameOf([name, measured], ["label", faults]);
      const { roles } = guessRoles(columnsOf(frame), frame, {});
      assert.deepEqual([...roles].map(([key, { role }]) => [key, role]), [
        [name, "feature"],
        ["label", "label"],
      ]);
    }
    assert.deepEqual(rolesOf({ id: [], cpu: [] }).roles, { id: "id", cpu: "feature" });
    assert.deepEqual(rolesOf({}).roles, {});
  });

  it("gives every column one role and each special role to one column at most", () => {
    const names = [
      "id",
      "uuid",
      "label",
      "fault",
      "y",
      "case_id",
      "group",
      "time",
      "ts",
      "cpu",
      "",
    ];
    const column = fc.tuple(
      fc.constantFrom(...names, "host_id", "故障", "序号"),
      fc.constantFrom(measured, counted, halves, faults, texts, unordered, Array(rows).fill(null)),
    );
    const columns = fc.uniqueArray(column, { maxLength: 10, selector: ([name]) => name });
    fc.assert(
      fc.property(columns, (given) => {
        const frame: pl.DataFrame = frameOf(...given);
        const { roles } = guessRoles(columnsOf(frame), frame, {});
        assert.deepEqual([...roles.keys()], frame.columns);
        for (const role of ["label", "id", "group", "time"]) {
          assert.ok([...roles.values()].filter((given) => given.role === role).length <= 1);
        }
        for (const { name, type } of columnsOf(frame)) {
          if (type === "text") assert.notEqual(roles.get(name)?.role, "feature");
        }
      }),
      { numRuns: 200 },
    );
  });

  const a10 = sharedFile("data/a10/train_5809.csv");
  it("knows the columns of A10", skipWithout(a10, "../shared/data/a10"), () => {
    const frame = csvFrame(a10 ?? "");
    const { roles, notices } = shown(guessRoles(columnsOf(frame), frame, {}));
    const { sample_id, label, ...features } = roles;
    assert.deepEqual([sample_id, label], ["id", "label"]);
    assert.equal(Object.keys(features).length, 107);
    assert.deepEqual(new Set(Object.values(features)), new Set(["feature"]));
    assert.equal(notices.length, 2);
  });

  const unlabelled = sharedFile("data/a10/unlabelled_2000.csv");
  it("invents no label for A10's unlabelled rows", skipWithout(unlabelled), () => {
    const frame = csvFrame(unlabelled ?? "");
    const { roles } = shown(guessRoles(columnsOf(frame), frame, {}));
    const features = Object.values(roles).filter((role) => role === "feature");
    assert.deepEqual([roles.sample_id, features.length], ["id", 107]);
    assert.equal(Object.keys(roles).length, 108);
  });

  const dbsherlock = sharedFile("data/dbsherlock/train.csv");
  it(
    "knows the columns of DBSherlock",
    skipWithout(dbsherlock, "../shared/data/dbsherlock"),
    () => {
      const frame = csvFrame(dbsherlock ?? "");
      const { roles, notices } = shown(guessRoles(columnsOf(frame), frame, {}));
      const { case_id, fault, ...metrics } = roles;
      assert.deepEqual([case_id, fault], ["group", "label"]);
      assert.deepEqual(new Set(Object.values(metrics)), new Set(["feature"]));
      assert.equal(notices.length, 2);
    },
  );
});
