import { type Signal, signal } from "@preact/signals";
import type { TablePreview, TableReport } from "@/pipeline/cells/table_report.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { DatasetAnswer } from "@/web/api_schema.ts";
import { guessedSettings, type ImportSettings } from "@/web/import_schema.ts";
import { problemOf } from "../api.ts";
import { importApi } from "./import_api.ts";

/** How it goes with reading the whole file. */
export type SurveyState =
  | { readonly kind: "waiting" }
  | { readonly kind: "reading"; readonly fraction: number }
  | { readonly kind: "done"; readonly report: TableReport }
  | { readonly kind: "failed"; readonly problem: Problem };

/** How it goes with the import itself. */
export type ImportState =
  | { readonly kind: "looking" }
  | { readonly kind: "importing" }
  | { readonly kind: "done"; readonly dataset: DatasetAnswer };

/** An upload on its page: its settings, what it is like with them, and what becomes of it. */
export class OpenImport {
  readonly settings: Signal<ImportSettings> = signal(guessedSettings);
  /** The first rows as they were last read. */
  readonly preview: Signal<TablePreview | undefined> = signal(undefined);
  /** Whether the preview is of settings that have changed meanwhile. */
  readonly isReading: Signal<boolean> = signal(true);
  /** Why the file cannot be read with the settings as they are. */
  readonly problem: Signal<Problem | undefined> = signal(undefined);
  readonly survey: Signal<SurveyState> = signal({ kind: "waiting" });
  readonly state: Signal<ImportState> = signal({ kind: "looking" });
  /** Columns that the whole file has shown to be other than its first rows did. */
  readonly changed: Signal<readonly string[]> = signal([]);
  private surveying = new AbortController();
  private whole: Promise<TableReport> | undefined;

  constructor(private readonly upload: string) {}

  /** Reads the file with other settings. */
  change(settings: ImportSettings): void {
    this.settings.value = settings;
    void this.read();
  }

  /** Reads the first rows, and then, while one looks at them, all of the file. */
  async read(): Promise<void> {
    const settings = this.settings.value;
    const isCurrent = () => this.settings.value === settings;
    this.surveying.abort();
    this.isReading.value = true;
    this.survey.value = { kind: "waiting" };
    this.changed.value = [];
    this.whole = undefined;
    try {
      const preview = await importApi.preview(this.upload, settings);
      if (!isCurrent()) return;
      this.preview.value = preview;
      this.problem.value = preview.report.problem ?? undefined;
    } catch (error) {
      if (!isCurrent()) return;
      this.problem.value = problemOf(error);
    }
    this.isReading.value = false;
    if (this.problem.value === undefined) this.readWhole(settings);
  }

  /**
   * Makes a dataset of the file once all of it is read. Where that shows columns to be other than the first rows
   * did, it stops and says so.
   *
   * @returns The dataset; undefined where there is none.
   */
  async import(): Promise<DatasetAnswer | undefined> {
    if (this.whole === undefined || this.state.value.kind === "importing") return undefined;
    const settings = this.settings.value;
    this.state.value = { kind: "importing" };
    try {
      const wasSeen = this.survey.value.kind === "done";
      await this.whole;
      if (!wasSeen && this.changed.value.length > 0) {
        this.state.value = { kind: "looking" };
        return undefined;
      }
      const dataset = await importApi.import(this.upload, settings);
      this.state.value = { kind: "done", dataset };
      return dataset;
    } catch (error) {
      if (!isAbort(error)) this.survey.value = { kind: "failed", problem: problemOf(error) };
      this.state.value = { kind: "looking" };
      return undefined;
    }
  }

  /** Reads the whole file once more, after a failure. */
  retry(): void {
    this.readWhole(this.settings.value);
  }

  /** Ends what is under way. */
  close(): void {
    this.surveying.abort();
  }

  private readWhole(settings: ImportSettings): void {
    const { signal } = this.surveying = new AbortController();
    this.survey.value = { kind: "reading", fraction: 0 };
    const whole = importApi.survey(this.upload, settings, signal, (fraction) => {
      if (!signal.aborted) this.survey.value = { kind: "reading", fraction };
    });
    this.whole = whole;
    whole.then((report) => {
      if (signal.aborted) return;
      this.changed.value = changedColumns(this.preview.value?.report, report);
      this.survey.value = { kind: "done", report };
    }, (error: unknown) => {
      if (!signal.aborted) this.survey.value = { kind: "failed", problem: problemOf(error) };
    });
  }
}

/** The names of the columns whose type or role is not what it was. */
function changedColumns(before: TableReport | undefined, after: TableReport): string[] {
  const known = new Map(before?.columns.map((column) => [column.name, column]));
  return after.columns.flatMap(({ name, type, role }) => {
    const earlier = known.get(name);
    const isSame = earlier?.type.value === type.value && earlier.role.value === role.value;
    return isSame ? [] : [name];
  });
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
