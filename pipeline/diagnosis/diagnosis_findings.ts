import type { ModelFile } from "../model/model_file.ts";
import type { Notice } from "../problem.ts";
import type { DiagnosedBatch } from "./diagnose_rows.ts";
import type { Incident } from "./findings.ts";
import { incidentsOf, IncidentTally } from "./incident_novelty.ts";
import type { RowsForModel } from "./open_rows.ts";
import { type UnknownGroups, unknownGroups } from "./unknown_groups.ts";
import { UnknownRows } from "./unknown_rows.ts";

/** Gathers what a diagnosis comes to beside its rows: its incidents and the groups of unknown rows. */
export class DiagnosisFindings {
  private readonly tally: IncidentTally;
  private readonly unknown: UnknownRows;
  /** The column of the table that tells the incidents; null where it has none. */
  private readonly group: string | null;

  /** @throws {HealerError} `model/broken-summary` */
  constructor(
    private readonly model: ModelFile,
    { source }: RowsForModel,
    private readonly errorRate: number,
  ) {
    const { group } = model.card.columns;
    this.group = source.columns.some(({ name }) => name === group) ? group : null;
    this.tally = new IncidentTally(model, errorRate);
    this.unknown = new UnknownRows(model);
  }

  add({ batch, frame, values, frameRows }: DiagnosedBatch): void {
    const groups = this.group === null
      ? null
      : incidentsOf(frame, frameRows, batch.rows, this.group);
    if (groups !== null) this.tally.add(batch, groups);
    this.unknown.add(batch, values, frameRows, groups);
  }

  incidents(): Incident[] {
    return this.tally.incidents();
  }

  /** What the incidents and groups lack, and why. */
  notices(): Notice[] {
    return [...this.tally.notices(), ...this.unknown.notices()];
  }

  groups(): UnknownGroups {
    return unknownGroups(this.model, this.unknown.kept(), this.errorRate);
  }
}
