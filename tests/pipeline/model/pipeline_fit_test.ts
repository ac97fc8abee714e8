import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type FitColumn, pipelineFit, requireFit } from "@/pipeline/model/pipeline_fit.ts";
import { plausibleNames } from "@/pipeline/model/plausible_names.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { arbitraryPipeline } from "./arbitrary_pipeline.ts";

const pipeline = {
  features: ["cpu_user", "cpu_sys", "disk1_busy", "up"].map((name) => ({
    name,
    type: "number" as const,
  })),
  label: "fault",
};

function columns(names: string, label = "fault"): FitColumn[] {
  return [
    ...names.split(" ").map((name) => ({
      name,
      type: "number" as const,
      role: "feature" as const,
    })),
    { name: label, type: "text", role: "label" },
  ];
}

const codes = (fit: ReturnType<typeof pipelineFit>) => fit.problems.map(({ code }) => code);

describe("pipelineFit", () => {
  it("looks for fewer other names where the columns are very many", () => {
    const features = Array.from({ length: 100 }, (_, index) => ({
      name: `metric_${index}`,
      type: "number" as const,
    }));
    const names = Array.from({ length: 20_000 }, (_, index) => `Metric-${index}`);
    const { missing } = pipelineFit({ features, label: "fault" }, columns(names.join(" ")));
    assert.equal(missing.length, 100);
    const found = missing.filter(({ similar }) => similar.length > 0).map(({ name }) => name);
    assert.deepEqual(found, ["metric_0", "metric_1", "metric_2", "metric_3"]);
  });

  it("finds nothing wrong with the columns that a pipeline was made on, in any order", () => {
    fc.assert(fc.property(arbitraryPipeline, fc.boolean(), (made, isReversed) => {
      const same: FitColumn[] = [
        ...made.features.map((feature) => ({ ...feature, role: "feature" as const })),
        { name: made.label, type: "text", role: "label" },
      ];
      const fit = pipelineFit(made, isReversed ? same.toReversed() : same);
      assert.deepEqual(fit, {
        label: made.label,
        missing: [],
        retyped: [],
        extra: [],
        renames: [],
        problems: [],
        notices: [],
      });
    }));
  });

  it("names what is missing, up to five, counts the rest and offers what comes close", () => {
    const fit = pipelineFit(pipeline, columns("cpu_usr cpu_sys disk2_busy up"));
    assert.deepEqual(fit.missing.map(({ name, similar }) => [name, similar[0]]), [
      ["cpu_user", "cpu_usr"],
      ["disk1_busy", "disk2_busy"],
    ]);
    assert.deepEqual(fit.renames, [{ from: "cpu_usr", to: "cpu_user" }]);
    assert.deepEqual(fit.extra, ["cpu_usr", "disk2_busy"]);
    const [problem] = fit.problems;
    assert.match(
      problem?.message.en ?? "",
      /lacks 2 of its 4 features: "cpu_user", "disk1_busy"\.$/,
    );
    assert.match(problem?.hint.en ?? "", /"cpu_usr" for "cpu_user"/);
    const many = Array.from(
      { length: 300 },
      (_, index) => ({ name: `k${index}`, type: "number" as const }),
    );
    const all = pipelineFit({ ...pipeline, features: many }, columns("a b"));
    assert.equal(all.missing.length, 300);
    assert.match(all.problems[0]?.message.en ?? "", /"k0", "k1", "k2", "k3", "k4" and 295 more\.$/);
    assert.match(all.problems[0]?.message.zh ?? "", /缺少 300 个/);
  });

  it("tells what is no number any more, and takes truth for a number", () => {
    const others = columns("cpu_user cpu_sys disk1_busy up").map((column): FitColumn =>
      column.name === "cpu_sys"
        ? { ...column, type: "text" }
        : column.name === "up"
        ? { ...column, type: "boolean" }
        : column
    );
    const fit = pipelineFit(pipeline, others);
    assert.deepEqual(fit.retyped, [{ name: "cpu_sys", type: "text" }]);
    assert.deepEqual(codes(fit), ["pipeline/retyped-features"]);
  });

  it("ignores what a pipeline does not know, and says so", () => {
    const fit = pipelineFit(pipeline, columns("cpu_user cpu_sys disk1_busy up a b c d e f"));
    assert.deepEqual(fit.problems, []);
    assert.match(fit.notices[0]?.message.en ?? "", /^6 columns .* ignored: "a".* and 1 more\.$/);
  });

  it("takes another label where the table has one, and the one that is chosen", () => {
    const names = "cpu_user cpu_sys disk1_busy up";
    const other = pipelineFit(pipeline, columns(names, "cause"));
    assert.deepEqual([other.label, other.problems, other.notices.length], ["cause", [], 1]);
    const unlabelled = columns(names).slice(0, -1);
    assert.deepEqual(codes(pipelineFit(pipeline, unlabelled)), ["pipeline/no-label"]);
    const absent = pipelineFit(pipeline, columns(names), { label: "falut" });
    assert.deepEqual(codes(absent), ["pipeline/absent-label"]);
    assert.match(absent.problems[0]?.hint.en ?? "", /"fault"/);
    const taken = pipelineFit(pipeline, columns(names), { label: "up" });
    assert.deepEqual([codes(taken), taken.missing.map(({ name }) => name)], [
      ["pipeline/missing-features"],
      ["up"],
    ]);
  });

  it("needs two classes", () => {
    const of = (classes: number | undefined) =>
      codes(pipelineFit(pipeline, columns("cpu_user cpu_sys disk1_busy up"), {
        classesOf: () => classes,
      }));
    assert.deepEqual([of(2), of(undefined)], [[], []]);
    assert.deepEqual([of(1), of(0)], [["pipeline/too-few-classes"], ["pipeline/too-few-classes"]]);
  });

  it("tells all that is wrong in one problem", () => {
    const fit = pipelineFit(pipeline, columns("cpu_user").slice(0, 1));
    assert.throws(() => requireFit(fit), (error) => {
      assert.ok(error instanceof HealerError);
      const { code, message } = error.problem;
      assert.equal(code, "pipeline/missing-features");
      assert.match(message.en, /lacks 3 of its 4 .*\. Cannot apply .* no column "fault"/);
      return true;
    });
    requireFit({ problems: [] });
  });
});

describe("plausibleNames", () => {
  it("sees through case, signs and small differences, but not through numbers", () => {
    const pairs = (missing: string, candidates: string) =>
      plausibleNames(missing.split(","), candidates.split(",")).map(({ from, to }) =>
        `${from}=${to}`
      );
    assert.deepEqual(pairs("cpu_user,mem free", "CPU-User,MemFree"), [
      "CPU-User=cpu_user",
      "MemFree=mem free",
    ]);
    assert.deepEqual(pairs("cpu_user", "cpu_usr,gc_time"), ["cpu_usr=cpu_user"]);
    assert.deepEqual(pairs("disk1_busy", "disk2_busy"), []);
    assert.deepEqual(pairs("latency_p50", "latency_p99"), []);
    assert.deepEqual(pairs("io", "ip"), []);
    assert.deepEqual(pairs("node_load", "mode_load,node_lead"), []);
    assert.deepEqual(pairs("buffer_hits", "os_cpu"), []);
  });

  it("gives no column twice and no name that is not missing", () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[ab]{1,6}[12]?$/), { maxLength: 8 });
    fc.assert(fc.property(names, names, (missing, candidates) => {
      const found = plausibleNames(missing, candidates);
      assert.equal(new Set(found.map(({ from }) => from)).size, found.length);
      assert.equal(new Set(found.map(({ to }) => to)).size, found.length);
      for (const { from, to } of found) {
        assert.ok(candidates.includes(from) && missing.includes(to));
      }
    }));
  });
});
