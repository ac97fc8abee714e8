/** Where the draft of a cell that is edited as text is kept. */
export function draftOfCell(id: string): string {
  return `json ${id}`;
}
