import { Random } from "@/pipeline/random.ts";

/** How many rows an incident of {@linkcode incidentsCsv} has. */
export const rowsOfIncident = 8;

/**
 * A small table of incidents as CSV: `incident,time,fault` and the KPIs `load` (tells "cpu"), `wait` (tells
 * "disk"), `noise`, `holed` (a fifth is missing), `same` (constant).
 */
export function incidentsCsv(
  { incidents, seed = 1 }: { readonly incidents: number; readonly seed?: number },
): string {
  const random = new Random(seed);
  const lines = ["incident,time,load,wait,noise,holed,same,fault"];
  for (let incident = 0; incident < incidents; incident++) {
    const fault = ["normal", "cpu", "disk"][incident % 3]!;
    for (let row = 0; row < rowsOfIncident; row++) {
      const time = new Date(Date.UTC(2026, 0, 1) + 5000 * (incident * 100 + row)).toISOString();
      const cells = [
        `case-${incident}`,
        time,
        (fault === "cpu" ? 5 : 1) + random.normal(),
        (fault === "disk" ? 50 : 10) + 10 * random.normal(),
        1000 * random.next(),
        random.next() < 0.2 ? "" : random.normal(),
        7,
        fault,
      ];
      lines.push(cells.join(","));
    }
  }
  return lines.join("\n") + "\n";
}

/** Rows of cells as CSV. */
export function csvOf(header: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return [header, ...rows].map((row) => row.map((cell) => cell ?? "").join(",")).join("\n") + "\n";
}
