import type { ModelFile } from "../model/model_file.ts";
import { quietContext } from "../run_context.ts";
import { WorkerTeam } from "../worker_team.ts";
import type { Judge } from "./judge.ts";
import type { JudgedRows } from "./judged_rows.ts";

/** What the worker is asked: to open a model, to judge rows by it, to let it go. */
export type JudgingTask =
  | {
    readonly type: "open";
    readonly bytes: Uint8Array;
    readonly name: string;
    readonly errorRate: number;
  }
  | { readonly type: "judge"; readonly values: Float32Array; readonly rows: number }
  | { readonly type: "close" };

/** Runs a model and judges its answers on a thread of its own, so that rows can be read and written meanwhile. */
export class BackgroundJudge implements AsyncDisposable {
  private readonly team = new WorkerTeam<JudgingTask, JudgedRows | null>(
    new URL("./judging_worker.ts", import.meta.url),
    1,
  );
  private last: Promise<JudgedRows | null>;

  constructor({ bytes, name }: Pick<ModelFile, "bytes" | "name">, { errorRate }: Judge) {
    this.last = this.answer({ type: "open", bytes, name, errorRate });
  }

  /**
   * Judges rows after all that were given before; `values` stay as they are.
   *
   * @throws {HealerError} where the model cannot be opened or run
   */
  async judge(values: Float32Array, rows: number): Promise<JudgedRows> {
    const before = this.last;
    this.last = before.then(() => this.answer({ type: "judge", values, rows }));
    // Whoever asked hears of it; until then a failure must not end the program.
    this.last.catch(() => {});
    const answer = await this.last;
    if (answer === null) throw new Error("Cannot judge rows: the worker gave no answer.");
    return answer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Failures have been told to those who asked. Native memory is freed by nobody but its own thread.
    await this.last.then(() => this.answer({ type: "close" }), () => null);
    this.team[Symbol.dispose]();
  }

  private async answer(task: JudgingTask): Promise<JudgedRows | null> {
    const [answer = null] = await this.team.run([task], quietContext());
    return answer;
  }
}
