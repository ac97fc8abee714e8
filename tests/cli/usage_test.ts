import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { healer, problemOf } from "./healer.ts";

describe("healer", () => {
  it("shows help with examples and exits with 0", async () => {
    const general = await healer(["--help"]);
    assert.equal(general.code, 0);
    for (const name of ["train", "evaluate", "diagnose", "explain", "simulate"]) {
      assert.match(general.stdout, new RegExp(`^  ${name} `, "m"));
      const help = await healer([name, "--help"]);
      assert.equal(help.code, 0);
      assert.match(help.stdout, /Examples:\n {2}healer /);
    }
  });

  it("exits with 2 on wrong usage and says what was meant", async () => {
    const cases: [string[], RegExp][] = [
      [["trian"], /unknown command 'trian'[\s\S]*Did you mean train\?/],
      [["train", "x.csv", "--out", "m.onnx", "--lable", "y"], /Did you mean --label\?/],
      [["train", "x.csv"], /required option '--out <file>' not specified/],
      [
        ["train", "x.csv", "--out", "m.onnx", "--learner", "forest"],
        /Allowed choices are random-forest/,
      ],
      [["train", "x.csv", "--out", "m.onnx", "--seed", "x"], /whole number/],
      [["train", "x.csv", "--out", "m.onnx", "--param", "tres=3"], /tres/],
      [
        [..."train x.csv --out m.onnx --learner voting --param".split(" "), 'members=["forest"]'],
        /members\.0[\s\S]*one of random-forest/,
      ],
      [["simulate", "--rows", "-1", "--out", "x.csv"], /whole number/],
      [["diagnose", "m.onnx", "--out", "r.csv"], /missing required argument 'table'/],
    ];
    for (const [args, message] of cases) {
      const run = await healer(args);
      assert.equal(run.code, 2, `${args.join(" ")}: ${run.stderr}`);
      assert.match(run.stderr, message);
      assert.equal(run.stdout, "");
    }
  });

  it("prints wrong usage as one JSON object with --json, in the language asked for", async () => {
    for (
      const [args, code, chinese] of [
        [["trian"], "usage/unknown-command", /未知命令“trian”（是否想用 train？）/],
        [
          ["train", "x.csv"],
          "usage/missing-mandatory-option-value",
          /缺少必需的选项“--out <file>”/,
        ],
        [
          ["simulate", "--rows", "0", "--out", "x.csv"],
          "usage/invalid-argument",
          /不小于 1 的整数/,
        ],
      ] as const
    ) {
      const run = await healer([...args, "--lang", "zh", "--json"]);
      assert.equal(run.code, 2);
      assert.equal(problemOf(run).code, code);
      assert.match(run.stderr, chinese);
    }
  });

  it("speaks Chinese where it is asked to or the environment does", async () => {
    const asked = await healer(["evaluate", "absent.onnx", "x.csv", "--lang", "zh"]);
    const environment = await healer(["evaluate", "absent.onnx", "x.csv"], { LANG: "zh_CN.UTF-8" });
    for (const run of [asked, environment]) {
      assert.equal(run.code, 1);
      assert.match(run.stderr, /无法打开模型：文件不存在。\n提示: /);
    }
  });
});
