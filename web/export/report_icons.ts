import type { Report } from "@/components/report/report.ts";

/** The symbols of the icons and states that a report shows, as one SVG to stand in it. */
export async function reportIcons({ cells }: Pick<Report, "cells">): Promise<string> {
  const all = await Deno.readTextFile(new URL("../../static/icons.svg", import.meta.url));
  const used = new Set(["i-info", ...cells.map(({ icon }) => `i-${icon}`)]);
  return all.replace(
    /\s*<symbol id="([^"]+)"[\s\S]*?<\/symbol>/g,
    (symbol, id: string) => id.startsWith("s-") || used.has(id) ? symbol : "",
  );
}
