import type { DiagnosedBatch } from "../diagnosis/diagnose_rows.ts";
import type { Incident } from "../diagnosis/findings.ts";
import { incidentsOf, IncidentTally } from "../diagnosis/incident_novelty.ts";
import { type UnknownGroups, unknownGroups } from "../diagnosis/unknown_groups.ts";
import { UnknownRows } from "../diagnosis/unknown_rows.ts";
import type { ModelFile } from "../model/model_file.ts";
import type { Notice } from "../problem.ts";

/** Gathers what a diagnosis comes to beside its rows: its incidents and the groups of unknown rows. */
export class DiagnosisFindings {
  private readonly tally: IncidentTally;
  private readonly unknown: UnknownRows;

  /**
   * @param group The column of the table that tells the incidents; null where it has none.
   * @throws {HealerError} `model/broken-summary`
   */
  constructor(
    private readonly model: ModelFile,
    private readonly group: string | null,
    private readonly errorRate: number,
  ) {
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
