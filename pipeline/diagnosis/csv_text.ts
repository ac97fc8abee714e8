const needsQuotes = /[",\r\n]|^\s|\s$/;
const startsLikeFormula = /^[=+\-@\t\r]/;

/**
 * A text as a CSV cell. What a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV
 * injection"); numbers such as -5 stay as they are.
 */
export function csvText(text: string): string {
  if (text === "") return "";
  const guarded = startsLikeFormula.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return needsQuotes.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
