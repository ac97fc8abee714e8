import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import type { Executor } from "@/pipeline/kernel/executor.ts";
import type { FairQueue } from "@/pipeline/kernel/fair_queue.ts";
import { HealerError, type Problem } from "@/pipeline/problem.ts";
import type { Diagnosis } from "@/store/diagnoses.ts";
import type { DiagnosisId } from "@/store/ids.ts";
import type { Workspace } from "@/store/workspace.ts";
import { diagnoseFile } from "./diagnose_file.ts";
import { type DiagnosisDetails, diagnosisOverview, sourceFile } from "./diagnosis_answer.ts";
import { diagnosisProblem } from "./diagnosis_problems.ts";
import { DiagnosisJob } from "./diagnosis_job.ts";
import { settingsOf } from "./diagnosis_settings.ts";
import type { EventHub } from "./event_hub.ts";
import { takeFiles } from "./kernel_files.ts";

/** How often work is begun that the end of a server has cut off, before somebody has to ask for it. */
const mostAttempts = 2;

/** At most so often is it told how far a diagnosis is, in milliseconds. */
const tellInterval = 200;

/** What diagnoses run with. */
export interface DiagnosisJobsServices {
  readonly workspace: Workspace;
  readonly hub: EventHub;
  readonly kinds: ReadonlyMap<string, CellKind>;
  /** Runs what belongs to no notebook. */
  readonly executor: Executor;
  readonly queue: FairQueue;
  /** Ends all work. */
  readonly signal: AbortSignal;
  /** Is told of defects. */
  readonly report: (error: unknown) => void;
}

/** The diagnoses under way. What the end of the server cuts off begins anew at the next start. */
export class DiagnosisJobs {
  private readonly jobs = new Map<DiagnosisId, DiagnosisJob>();

  constructor(private readonly services: DiagnosisJobsServices) {
    const { diagnoses } = services.workspace;
    for (const { id, attempts } of diagnoses.running()) {
      if (attempts < mostAttempts) this.start(diagnoses.beginAgain(id));
      else diagnoses.fail(id, diagnosisProblem.diagnosisInterrupted());
    }
  }

  /** The work on a diagnosis; undefined where it does not run. */
  of(id: DiagnosisId): DiagnosisJob | undefined {
    return this.jobs.get(id);
  }

  /** Begins to work on a diagnosis that the store knows as running. */
  start(diagnosis: Diagnosis): DiagnosisJob {
    const { id } = diagnosis;
    const job = new DiagnosisJob(this.services.signal);
    this.jobs.set(id, job);
    job.ended = this.work(diagnosis, job).catch(this.services.report).finally(() => {
      this.jobs.delete(id);
      this.tellChange(id);
    });
    this.tellChange(id);
    return job;
  }

  /** Ends the work on a diagnosis; nothing is kept of it. */
  async cancel(id: DiagnosisId): Promise<void> {
    const job = this.jobs.get(id);
    job?.cancel();
    await job?.ended;
  }

  /** Resolves once all work has ended, after the signal has asked for it. */
  async ended(): Promise<void> {
    await Promise.all([...this.jobs.values()].map(({ ended }) => ended));
  }

  private async work(diagnosis: Diagnosis, job: DiagnosisJob): Promise<void> {
    const { id } = diagnosis;
    const { workspace, signal } = this.services;
    try {
      await this.diagnose(diagnosis, job);
    } catch (error) {
      // What the end of the server cuts off is begun anew by the next one.
      if (signal.aborted) return;
      if (job.isCancelled) return workspace.diagnoses.remove(id);
      workspace.diagnoses.fail(id, problemOf(error));
      if (!(error instanceof HealerError)) throw error;
    } finally {
      if (!signal.aborted && !job.isCancelled) this.tellNews(id, undefined);
    }
  }

  private async diagnose(diagnosis: Diagnosis, job: DiagnosisJob): Promise<void> {
    const { workspace } = this.services;
    const { id, source } = diagnosis;
    const content = sourceFile(diagnosis);
    if (content === null) throw new HealerError(diagnosisProblem.sourceForgotten(source));
    const request = {
      model: workspace.models.find(diagnosis.model),
      file: { name: source, content },
      ...settingsOf(diagnosis),
    };
    let lastTold = -Infinity;
    await using diagnosed = await diagnoseFile(request, {
      ...this.services,
      signal: job.signal,
      onEvent: (event) => {
        const isFirst = job.note(event);
        const now = performance.now();
        if (!isFirst && now - lastTold < tellInterval) return;
        lastTold = now;
        this.tellNews(id, job, isFirst);
      },
    });
    await takeFiles(workspace, diagnosed.files);
    if (job.isCancelled) return workspace.diagnoses.remove(id);
    const { value, table, figures, notices } = diagnosed;
    const details: DiagnosisDetails = {
      unread: value.unread,
      withWarnings: value.withWarnings,
      notices: [...notices],
      verdicts: value.verdicts,
      unknownCounts: value.unknownCounts,
      incidents: value.incidents,
      unknownGroups: value.unknownGroups,
    };
    workspace.diagnoses.finish(id, {
      result: value.result,
      table: table.file,
      features: value.features,
      rows: value.rows,
      counts: value.counts,
      details,
      figures,
    });
  }

  private tellNews(id: DiagnosisId, job: DiagnosisJob | undefined, withHead = false): void {
    const { workspace, hub } = this.services;
    const { state, progress, rows, counts, verdicts, unread, withWarnings } = diagnosisOverview(
      workspace,
      workspace.diagnoses.find(id),
      job,
    );
    const head = withHead ? job?.head ?? null : null;
    const data = { id, state, progress, rows, counts, verdicts, unread, withWarnings, head };
    hub.publish({ event: "diagnosis", data });
  }

  private tellChange(id: DiagnosisId): void {
    this.services.hub.publish({ event: "changed", data: { list: "diagnoses", id } });
  }
}

function problemOf(error: unknown): Problem {
  return error instanceof HealerError ? error.problem : diagnosisProblem.diagnosisBroken();
}
