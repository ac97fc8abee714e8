// Fault diagnosis · 故障诊断
//
// A notebook of SystemHealer Workbench as a script: the same cells, run by the same engine.
// Run it from the project's folder; --out FOLDER says where its files go:
//
//   deno run --config deno.json --allow-read --allow-write --allow-env --allow-sys --allow-ffi --allow-run SCRIPT.ts --out FOLDER

import { runFlow } from "@/cli/script/run_flow.ts";

await runFlow(async (flow) => {
  // # Which fault is it?
  //
  // A small distributed database is simulated: a gateway and three shards, each a leader and a
  // replica. Now and then something breaks on purpose: a disk saturates, a node crashes, a lock is
  // held too long. Every row is five seconds of its KPIs; the column `fault` says what was wrong.
  //
  // This notebook learns to tell the faults apart and diagnoses incidents it has never seen. Press
  // **Run all**. To use your own data, put an **Import** cell in the place of the first one.

  const simulate = await flow.cell("simulate", { rows: 4000, seed: 1 });

  const split = await flow.cell(
    "split",
    { by: "group", seed: 1, testShare: 0.2 },
    { table: simulate },
  );

  // Rows of one incident resemble each other, so whole **incidents** are held out: neither the
  // steps below nor the training ever see them. Every step only *previews* its effect here;
  // training fits all of them anew inside every fold.

  const dropConstant = await flow.cell("drop-constant", {}, { table: split });

  const impute = await flow.cell("impute", { strategy: "median" }, { table: dropConstant });

  const select = await flow.cell(
    "select-anova",
    { count: 60 },
    { table: impute },
    { id: "select" },
  );

  await flow.cell("chart", { colour: "fault", mark: "dot" }, { table: select });

  const train = await flow.cell(
    "train",
    { folds: 5, learner: { name: "random-forest", trees: 150 }, seed: 1 },
    { table: select },
  );
  await flow.write(train, "train.onnx");
  await flow.write(train, "train.card.json");

  await flow.cell("evaluate", {}, { model: train, table: select });

  const diagnose = await flow.cell("diagnose", {}, { model: train, table: select });
  await flow.write(diagnose, "diagnose.csv");

  // The model is **one ONNX file** that takes raw KPI rows: the steps are inside it. Download it,
  // or diagnose a file of your own with it:
  //
  // `healer diagnose faults.onnx tonight.csv --out diagnoses.csv`
});
