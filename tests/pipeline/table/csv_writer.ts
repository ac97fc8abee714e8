/** A table as CSV by RFC 4180: quotes where they are needed or `always`, quotes inside doubled. */
export function writeCsv(
  records: readonly (readonly string[])[],
  { delimiter = ",", newline = "\n", always = false, last = true } = {},
): string {
  const text = records.map((fields) =>
    fields.map((field) => {
      const needed = always || field.includes(delimiter) || /["\r\n]/.test(field) ||
        (fields.length === 1 && field === "");
      return needed ? `"${field.replaceAll('"', '""')}"` : field;
    }).join(delimiter)
  ).join(newline);
  return last ? text + newline : text;
}
