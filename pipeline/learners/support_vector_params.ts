import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { classWeightParam } from "./class_weight.ts";

/** The schema of the params of the support vector machine. */
export const supportVectorParams = z.strictObject({
  kernel: z.enum(["rbf", "linear", "polynomial"]).default("rbf").meta(
    {
      label: { en: "Kernel", zh: "核函数" },
      help: {
        en: "The radial basis and polynomial kernels bend the border between two classes; the " +
          "linear one does not.",
        zh: "径向基核与多项式核可得到弯曲的类别边界，线性核得到平直的边界。",
      },
      options: {
        rbf: { en: "Radial basis function", zh: "径向基（RBF）" },
        linear: { en: "Linear", zh: "线性" },
        polynomial: { en: "Polynomial", zh: "多项式" },
      },
      search: { values: ["rbf", "polynomial", "linear"] },
    } satisfies ParamMeta,
  ),
  C: z.number().min(0.01).max(1e4).default(10).meta(
    {
      label: { en: "C (cost of errors)", zh: "C（错误代价）" },
      help: {
        en: "Larger values follow the training rows more closely, smaller ones smooth the border.",
        zh: "值越大越贴合训练行，值越小边界越平滑。",
      },
      search: { low: 0.3, high: 300, scale: "log" },
    } satisfies ParamMeta,
  ),
  gammaFactor: z.number().min(1e-3).max(1e3).default(1).meta(
    {
      label: { en: "Gamma factor", zh: "Gamma 系数" },
      help: {
        en: "Multiplies the usual gamma, 1/(columns × variance); larger values see less far.",
        zh: "乘在通常的 gamma（1/(列数×方差)）之上；值越大，每个样本的影响范围越小。",
      },
      shownWhen: { kernel: ["rbf", "polynomial"] },
      search: { low: 0.1, high: 10, scale: "log" },
    } satisfies ParamMeta,
  ),
  degree: z.int().min(2).max(5).default(3).meta(
    {
      label: { en: "Degree", zh: "次数" },
      help: {
        en: "The power of the polynomial: how strongly the border may bend.",
        zh: "多项式的次数：决定边界可弯曲的程度。",
      },
      shownWhen: { kernel: ["polynomial"] },
    } satisfies ParamMeta,
  ),
  coef0: z.number().min(0).max(100).default(1).meta(
    {
      label: { en: "Constant term (coef0)", zh: "常数项（coef0）" },
      help: {
        en: "Added before the power is taken; larger values give lower powers more weight.",
        zh: "求幂之前加上的常数；值越大，低次项的作用越大。",
      },
      shownWhen: { kernel: ["polynomial"] },
    } satisfies ParamMeta,
  ),
  classWeight: classWeightParam,
  solver: z.enum(["smo", "ml-svm"]).default("smo").meta(
    {
      label: { en: "Solver", zh: "求解器" },
      help: {
        en: "Sequential minimal optimization is made for up to 20,000 rows; ml-svm, with the " +
          "squared hinge loss, for up to 2,000.",
        zh: "序列最小优化（SMO）适用于至多 20000 行；ml-svm 采用平方合页损失，适用于至多 2000 行。",
      },
      options: {
        smo: { en: "Sequential minimal optimization", zh: "序列最小优化（SMO）" },
        "ml-svm": { en: "Package ml-svm", zh: "ml-svm 软件包" },
      },
    } satisfies ParamMeta,
  ),
});

/** The params of the support vector machine. */
export type SupportVectorParams = z.infer<typeof supportVectorParams>;
