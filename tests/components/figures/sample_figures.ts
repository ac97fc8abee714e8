import { axisOf, type DrawnFigure } from "@/pipeline/cells/figure.ts";
import { Random } from "@/pipeline/random.ts";
import { samplePlots } from "./sample_plots.ts";

const random = new Random(7);
const bell = (): number => (random.next() + random.next() + random.next() - 1.5) * 2;
const text = (en: string, zh: string) => ({ en, zh });
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const classes = ["normal", "io_saturation", "lock_contention", "network", "cpu", "slow_query"];
const kpis = [
  "disk.await_ms",
  "db.lock_waits",
  "cpu.iowait_pct",
  "net.retrans_per_s",
  "disk.util_pct",
  "cpu.user_pct",
  "db.rows_read_per_s",
  "net.rtt_ms",
  "mem.cached_mb",
  "proc.run_queue",
];

const counts = range(30).map((bin) => Math.round(900 * Math.exp(-(((bin - 9) / 7) ** 2))));

const share = (en: string, zh: string) => axisOf(text(en, zh), "linear", [0, 1]);

function curve(power: number) {
  return {
    x: range(41).map((step) => step / 40),
    y: range(41).map((step) => (step / 40) ** power),
  };
}

function attempt(trial: number | null) {
  const learner = [
    text("Gradient boosting", "梯度提升"),
    text("Random forest", "随机森林"),
    text("Logistic regression", "逻辑回归"),
  ][(trial ?? 0) % 3] ?? text("", "");
  return {
    trial,
    name: trial === null ? text("Ensemble of the trials 1, 4, 7", "试验 1、4、7 的集成") : learner,
    details: trial === null
      ? text("", "")
      : text("(learning rate: 0.05; depth: 6)", "（学习率：0.05；深度：6）"),
    seconds: trial === null ? 12.4 : 1.5 + (trial % 5),
  };
}

/** A figure of every type, as cells give them. */
export const sampleFigures: readonly DrawnFigure[] = [
  ...samplePlots,
  {
    type: "histogram",
    title: text("disk.await_ms", "disk.await_ms"),
    caption: text("639 holes filled with 4.2 ms.", "639 个缺失值填充为 4.2 毫秒。"),
    x: axisOf("disk.await_ms", "log"),
    edges: range(31).map((edge) => 10 ** (-1 + edge / 6)),
    series: [
      { name: text("before", "之前"), counts },
      {
        name: text("after", "之后"),
        counts: counts.map((count, bin) => count + (bin === 8 ? 639 : 0)),
      },
    ],
  },
  {
    type: "histogram",
    title: text("mem.cached_mb", "mem.cached_mb"),
    x: axisOf("mem.cached_mb"),
    edges: range(31).map((edge) => edge * 512),
    series: [{ name: text("rows", "行"), counts }],
  },
  {
    type: "before-after",
    title: text("disk.await_ms", "disk.await_ms"),
    before: {
      x: axisOf(text("before", "之前")),
      edges: range(31).map((edge) => edge * 40),
      counts,
    },
    after: {
      x: axisOf(text("after", "之后")),
      edges: range(31).map((edge) => edge / 5 - 3),
      counts,
    },
  },
  {
    type: "bars",
    title: text("Features that matter most", "最重要的特征"),
    caption: text("Lines: 95 % intervals over the rows.", "横线：在各行之间的 95% 区间。"),
    value: axisOf(text("mean size of the SHAP value", "SHAP 值的平均大小")),
    bars: kpis.map((name, index) => ({
      name,
      value: 0.41 / (1 + index / 2),
      low: 0.37 / (1 + index / 2),
      high: 0.46 / (1 + index / 2),
    })),
  },
  {
    type: "confusion",
    title: text("Confusion", "混淆矩阵"),
    classes,
    counts: classes.map((_, truth) =>
      classes.map((_, diagnosed) =>
        truth === diagnosed ? 689 - 80 * truth : (truth * 5 + diagnosed * 3) % 17
      )
    ),
  },
  {
    type: "scores",
    title: text("Scores of each class", "各类别得分"),
    caption: text("Lines: 95 % intervals.", "横线：95% 区间。"),
    value: axisOf(text("score", "得分")),
    measures: [text("precision", "精确率"), text("recall", "召回率"), text("F1", "F1")],
    rows: classes.map((name, index) => ({
      name,
      support: 700 - 90 * index,
      scores: [0.95, 0.91, 0.93].map((value, measure) => {
        const own = value - 0.03 * index + 0.01 * measure;
        return { value: own, low: own - 0.02 - index / 200, high: Math.min(1, own + 0.02) };
      }),
    })),
  },
  {
    type: "lines",
    title: text("Log loss", "对数损失"),
    caption: text(
      "The model is that of round 231, where the loss of the watched rows was least.",
      "模型取自第 231 轮，此时验证集损失最小。",
    ),
    x: axisOf(text("round", "轮次")),
    y: axisOf(text("log loss", "对数损失")),
    series: [
      {
        name: text("training", "训练集"),
        x: range(270),
        y: range(270).map((round) => 1.8 * Math.exp(-round / 40) + 0.06),
      },
      {
        name: text("validation", "验证集"),
        x: range(270),
        y: range(270).map((round) =>
          1.7 * Math.exp(-round / 38) + 0.19 + ((round - 231) / 900) ** 2
        ),
      },
    ],
    rules: [{ x: 231, name: text("best round", "最佳轮次") }],
  },
  {
    type: "lines",
    title: text("ROC of each class against the rest", "各类别对其余类别的 ROC 曲线"),
    x: share("false positive rate", "假正率"),
    y: share("true positive rate", "真正率"),
    series: [
      { name: text("chance", "随机"), x: [0, 1], y: [0, 1], isReference: true },
      ...classes.map((name, index) => ({
        name: text(name, name),
        ...curve(0.06 + index / 14),
        detail: text(
          `AUC ${(0.98 - index / 40).toFixed(3)}`,
          `AUC ${(0.98 - index / 40).toFixed(3)}`,
        ),
      })),
    ],
  },
  {
    type: "lines",
    title: text("Precision over recall of each class", "各类别的精确率-召回率曲线"),
    x: share("recall", "召回率"),
    y: share("precision", "精确率"),
    series: classes.map((name, index) => ({
      name: text(name, name),
      x: curve(1).x,
      y: curve(3 + index).y.map((value) => 1 - value * (0.4 + index / 20)),
      curve: "step" as const,
      detail: text(`AP ${(0.97 - index / 30).toFixed(3)}`, `AP ${(0.97 - index / 30).toFixed(3)}`),
    })),
  },
  {
    type: "reliability",
    title: text("Reliability", "可靠性曲线"),
    caption: text(
      "Below the diagonal the model is too sure, above it not sure enough.",
      "低于对角线表示模型过于自信，高于则表示不够自信。",
    ),
    bins: range(11).map((bin) => ({
      confidence: 0.33 + bin / 16.5,
      observed: Math.min(1, 0.25 + bin / 15),
      rows: Math.round(20 + 1.9 ** bin),
    })),
    error: 0.034,
  },
  {
    type: "ranks",
    title: text("Ranks of the features", "特征排名"),
    caption: text("Mean over 3 scores; 20 resamples.", "3 种得分的平均值；20 次重抽样。"),
    rows: kpis.map((name, index) => ({
      name,
      rank: 1 + index * 1.2,
      low: Math.max(1, index * 0.8),
      high: 2 + index * 1.9,
      chosen: Math.max(0.2, 1 - index / 14),
    })),
  },
  {
    type: "missing-map",
    title: text("Where cells are missing", "缺失值分布"),
    caption: text("The 10 emptiest of 23 columns with holes.", "23 个有缺失的列中最空的 10 个。"),
    columns: kpis,
    edges: range(49).map((edge) => edge * 260),
    shares: kpis.map((_, column) =>
      range(48).map((bin) =>
        bin > 30 && bin < 38 && column % 3 === 0
          ? 1
          : column === 3
          ? 0.38
          : bin % 9 === column
          ? 0.1
          : 0
      )
    ),
  },
  {
    type: "correlation",
    title: text("Correlations", "相关性"),
    measure: text("rank correlation (Spearman)", "秩相关（Spearman）"),
    columns: kpis,
    values: kpis.map((_, row) =>
      kpis.map((_, column) =>
        row === column ? 1 : Math.cos((row - column) * 0.7) * (1 - Math.abs(row - column) / 12)
      )
    ),
    pairs: range(8).map((index) => ({
      a: kpis[index] ?? "",
      b: kpis[index + 1] ?? "",
      value: (index % 3 === 2 ? -1 : 1) * (0.96 - index / 20),
    })),
  },
  {
    type: "shares",
    title: text("Rows of each class", "各类别的行数"),
    parts: classes.map((name, index) => ({ name, rows: Math.round(4200 / (1 + index)) })),
    total: classes.reduce((sum, _, index) => sum + Math.round(4200 / (1 + index)), 0),
  },
  {
    type: "leaderboard",
    title: text("Leaderboard", "排行榜"),
    caption: text(
      "Macro-F1 of the out-of-fold predictions; the lines are one standard error over the folds.",
      "折外预测的宏平均 F1；线段为各折的一个标准误。",
    ),
    score: axisOf(text("macro-F1", "宏平均 F1")),
    rows: range(9).map((index) => ({
      ...attempt(index === 0 ? null : index * 3),
      value: 0.94 - index / 60,
      low: 0.925 - index / 60,
      high: 0.953 - index / 60,
      isChosen: index === 0,
    })),
  },
  {
    type: "trials",
    title: text("Score of each trial", "各次试验的得分"),
    score: axisOf(text("macro-F1", "宏平均 F1")),
    trials: range(40).map((index) => {
      const at = (trial: number) => 0.6 + 0.3 * (1 - Math.exp(-trial / 8)) - (trial * 7 % 5) / 25;
      return {
        ...attempt(index + 1),
        score: index % 9 === 8 ? null : at(index),
        best: Math.max(...range(index + 1).filter((trial) => trial % 9 !== 8).map(at)),
      };
    }),
  },
  {
    type: "dots",
    title: text("disk.await_ms over db.lock_waits", "disk.await_ms — db.lock_waits"),
    x: axisOf("db.lock_waits"),
    y: axisOf("disk.await_ms"),
    points: (() => {
      const category = range(600).map((row) => classes[row % 4] ?? "");
      const centre = (row: number) => [[0, 0], [3, 1], [1, 4], [4, 4]][row % 4] ?? [0, 0];
      return {
        x: category.map((_, row) => (centre(row)[0] ?? 0) + bell()),
        y: category.map((_, row) => (centre(row)[1] ?? 0) + bell()),
        category,
      };
    })(),
  },
  {
    type: "beeswarm",
    title: text(
      "What speaks for (right) and against (left) each diagnosis",
      "支持（右）与反对（左）诊断的指标",
    ),
    caption: text("A dot is a row.", "一个点代表一行。"),
    x: axisOf(text("SHAP value, in probability", "SHAP 值（概率）")),
    swarms: kpis.slice(0, 6).map((name, feature) => {
      const x = range(300).map(() => bell() / (8 + 4 * feature));
      return {
        name,
        x,
        shade: x.map((value, dot) =>
          dot % 23 === 0 ? null : Math.max(0, Math.min(1, 0.5 + value * 4))
        ),
      };
    }),
  },
];
