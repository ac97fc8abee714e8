/** The names of a prediction set in one cell; a bar within a name gets a backslash, so that no name is cut. */
export function predictionSetText(names: readonly string[]): string {
  return names.map((name) => name.replaceAll("|", "\\|")).join(" | ");
}
