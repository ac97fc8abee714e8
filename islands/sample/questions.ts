import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import type { Problem } from "@/pipeline/problem.ts";
import { problemOf } from "../api.ts";

/** What is asked: a row, and how many wrong answers are accepted. */
export interface Question {
  /** In the order of the model's features; null = missing. */
  readonly values: readonly (number | null)[];
  readonly errorRate: number;
}

/** What is known of the last question. */
export interface Answered {
  /** The newest answer, perhaps a quick one; while one drags, of values a moment ago. */
  readonly answer: RowAnswer | undefined;
  /** The newest answer with all that explains it. */
  readonly explained: RowAnswer | undefined;
  /** Whether `explained` is of what was asked last. */
  readonly isExplained: boolean;
  /** Why the last question has no answer. */
  readonly problem: Problem | undefined;
}

/** Asks a model. */
export type Ask = (
  question: Question,
  detail: "quick" | "full",
  signal: AbortSignal,
) => Promise<RowAnswer>;

/**
 * Questions about a row that changes while somebody drags a value. At most one quick question is under way, and
 * only the newest waits behind it, so that answers come as fast as they can be had and never pile up; a pause is
 * followed by the question for everything.
 */
export class Questions {
  private state: Answered = {
    answer: undefined,
    explained: undefined,
    isExplained: false,
    problem: undefined,
  };
  private question: Question | undefined;
  /** Counts the questions. */
  private latest = 0;
  private isAsking = false;
  private whole: AbortController | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isClosed = false;

  /**
   * @param ask Asks the model.
   * @param tell Is told whenever something is known.
   * @param pause After so many milliseconds without another question everything is asked for.
   */
  constructor(
    private readonly ask: Ask,
    private readonly tell: (state: Answered) => void,
    private readonly pause = 200,
  ) {}

  /** Another question takes the place of the last one. */
  change(question: Question): void {
    this.question = question;
    this.latest++;
    this.whole?.abort();
    this.set({ isExplained: false });
    clearTimeout(this.timer);
    // What nobody has seen an answer to yet needs no quick one before it.
    if (this.state.answer === undefined) return this.askWhole();
    this.timer = setTimeout(() => this.askWhole(), this.pause);
    void this.askQuick();
  }

  /** The values stay as they are: everything is asked for without a pause. */
  settle(): void {
    if (this.question === undefined || this.state.isExplained || this.whole !== undefined) return;
    this.askWhole();
  }

  /** Asks once more. */
  again(): void {
    if (this.question === undefined) return;
    this.set({ problem: undefined });
    this.askWhole();
  }

  /** Asks nothing more and tells nothing more. */
  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.whole?.abort();
  }

  private async askQuick(): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      for (let asked = -1; asked !== this.latest && !this.isClosed;) {
        asked = this.latest;
        const { question } = this;
        if (question === undefined || this.state.isExplained) break;
        const answer = await this.ask(question, "quick", new AbortController().signal);
        // The whole answer may have come first.
        if (asked !== this.latest || !this.state.isExplained) {
          this.set({ answer, problem: undefined });
        }
      }
    } catch (error) {
      this.set({ problem: problemOf(error) });
    } finally {
      this.isAsking = false;
    }
  }

  private askWhole(): void {
    clearTimeout(this.timer);
    const { question, latest } = this;
    if (question === undefined || this.isClosed) return;
    this.whole?.abort();
    const whole = this.whole = new AbortController();
    this.ask(question, "full", whole.signal).then((answer) => {
      if (latest !== this.latest) return;
      this.set({ answer, explained: answer, isExplained: true, problem: undefined });
    }, (error: unknown) => {
      if (latest === this.latest && !whole.signal.aborted) this.set({ problem: problemOf(error) });
    }).finally(() => {
      if (this.whole === whole) this.whole = undefined;
    });
  }

  private set(change: Partial<Answered>): void {
    if (this.isClosed) return;
    this.state = { ...this.state, ...change };
    this.tell(this.state);
  }
}
