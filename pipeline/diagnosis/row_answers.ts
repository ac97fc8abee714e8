import { topTwoClasses } from "../evaluation/confusion_matrix.ts";
import { normalFault } from "../model/fault_catalogue.ts";
import type { ModelFile } from "../model/model_file.ts";
import type { StoredOutOfFold } from "../model/stored_out_of_fold.ts";
import type { Notice } from "../problem.ts";
import { type EvidenceFinder, openEvidence } from "./evidence.ts";
import { type Judge, openJudge } from "./judge.ts";
import { normalClass } from "./normal_class.ts";
import type { RowAnswer } from "./row_answer.ts";
import { type NoveltyScorer, openNovelty } from "./novelty.ts";
import { rowAnswerNotice } from "./row_answer_notices.ts";
import { TieBreaker } from "./tie_breaker.ts";

/** What is wanted of an answer. */
export interface RowAnswerOptions {
  /** The share of wrong answers that is accepted. */
  readonly errorRate: number;
  /** "quick" leaves out evidence, cases, checks and flip. */
  readonly detail: "quick" | "full";
  /** The class that means that nothing is wrong; by the catalogue of the file or by name where this is absent. */
  readonly normal?: string;
}

/** Answers for single rows, from a model file alone. */
export interface RowAnswers extends AsyncDisposable {
  /**
   * @param values The d features of the model's card in their order, NaN = missing.
   * @throws {HealerError} where the model cannot run, or what the file says of its training is broken
   */
  answer(values: Float32Array, options: RowAnswerOptions): Promise<RowAnswer>;
}

/** Judges of so many error rates are kept ready. */
const keptJudges = 8;

/**
 * Makes a model ready to answer for single rows. What costs time is done by the first answer that needs it and
 * kept until the answers are disposed of; the model stays open.
 */
export function openRowAnswers(model: ModelFile): RowAnswers {
  return new ModelAnswers(model);
}

class ModelAnswers implements RowAnswers {
  private readonly judges = new Map<number, Judge>();
  /** What all judges share, for whoever tries one error rate after the other. */
  private judging: {
    readonly outOfFold: StoredOutOfFold | null;
    readonly scorer: NoveltyScorer | null;
  } | undefined;
  private explained: Promise<Explained> | undefined;

  constructor(private readonly file: ModelFile) {}

  async answer(values: Float32Array, options: RowAnswerOptions): Promise<RowAnswer> {
    const { card: { classes, decision_weights: weights }, model } = this.file;
    const probabilities = await model.runProbabilities(values, 1);
    const { first: own, second: runnerUp } = topTwoClasses(
      probabilities,
      classes.length,
      0,
      weights,
    );
    const judge = this.judgeFor(options.errorRate);
    const { sets, novelty, verdicts } = judge.judge(values, probabilities, 1);
    const notices: Notice[] = [...judge.notices];
    const quick = {
      classes: [...classes],
      probabilities: Array.from(probabilities, (each) => Math.min(1, each)),
      diagnosis: classes[own]!,
      confidence: Math.min(1, probabilities[own]!),
      runnerUp: classes[runnerUp] ?? null,
      verdict: verdicts[0] ?? null,
      predictionSet: sets && classes.filter((_, code) => sets[code] === 1),
      errorRate: options.errorRate,
      novelty: novelty?.[0] ?? null,
    };
    if (options.detail === "quick") {
      return { ...quick, evidence: null, cases: [], checks: [], flip: null, notices };
    }
    const { evidence: finder, tieBreaker, catalogued } = await this.prepared();
    const normal = normalClass(classes, options.normal ?? catalogued);
    const row = {
      values,
      probabilities,
      own,
      runnerUp,
      normal: normal === null ? -1 : classes.indexOf(normal),
    };
    const evidence = await finder.find(row);
    if (tieBreaker === null) {
      notices.push(rowAnswerNotice.noSummary);
      return { ...quick, evidence, cases: [], checks: [], flip: null, notices };
    }
    const isTrusted = quick.verdict === null || quick.verdict === "one";
    const tieBreak = await tieBreaker.find(row, evidence, isTrusted);
    return { ...quick, evidence, ...tieBreak, notices: [...notices, ...tieBreak.notices] };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const explained = this.explained;
    this.explained = undefined;
    await (await explained)?.evidence[Symbol.asyncDispose]();
  }

  /** Made by the first answer that needs it; one that fails leaves nothing behind. */
  private prepared(): Promise<Explained> {
    return this.explained ??= prepare(this.file).catch((error: unknown) => {
      this.explained = undefined;
      throw error;
    });
  }

  private judgeFor(errorRate: number): Judge {
    const known = this.judges.get(errorRate);
    if (known) return known;
    const { scorer, ...kept } = this.judging ??= {
      outOfFold: this.file.outOfFold(),
      scorer: openNovelty(this.file),
    };
    const file = { ...this.file, outOfFold: () => kept.outOfFold };
    const judge = openJudge(file, { errorRate, scorer });
    this.judges.set(errorRate, judge);
    const [oldest] = this.judges.keys();
    if (this.judges.size > keptJudges && oldest !== undefined) this.judges.delete(oldest);
    return judge;
  }
}

/** What full answers need beyond the model itself. */
interface Explained {
  readonly evidence: EvidenceFinder;
  /** null where the file carries no summary. */
  readonly tieBreaker: TieBreaker | null;
  /** The normal class by the fault catalogue of the file, where it says so. */
  readonly catalogued: string | undefined;
}

async function prepare(file: ModelFile): Promise<Explained> {
  const summary = file.summary();
  const onnx = file.onnx();
  return {
    evidence: await openEvidence(file, onnx, summary),
    tieBreaker: summary && new TieBreaker(file, onnx, summary),
    catalogued: normalFault(file.catalogue().catalogue, file.card.classes),
  };
}
