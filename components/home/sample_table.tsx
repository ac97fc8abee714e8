import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { homeTexts } from "../texts_home.ts";

const heads = [
  "time",
  "host",
  "cpu.user_pct",
  "disk.await_ms",
  "net.retrans_per_s",
  "fault",
] as const;

const rows = [
  ["14:20:00", "db-01", "31.2", "4.2", "0.3", "normal"],
  ["14:21:00", "db-01", "28.7", "212.9", "∅", "io_saturation"],
  ["14:22:00", "db-02", "96.4", "5.1", "0.2", "cpu_saturation"],
] as const;

/** How a table to train on looks. */
export function SampleTable(): JSX.Element {
  const language = useLanguage();
  const alignment = (column: number): string | undefined =>
    column >= 2 && column <= 4 ? "right" : undefined;
  return (
    <div
      class="scroll sample"
      tabIndex={0}
      role="region"
      aria-label={homeTexts.exampleTable[language]}
    >
      <table class="table tight mono">
        <thead>
          <tr>
            {heads.map((head, column) => (
              <th key={head} scope="col" class={alignment(column)}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells[0]}>
              {cells.map((cell, column) => (
                <td key={heads[column]} class={alignment(column)}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
