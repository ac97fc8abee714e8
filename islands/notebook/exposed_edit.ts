import type { NotebookContent } from "@/web/api_schema.ts";

/** Puts a param on the front panel, behind those that are there, or takes it off. */
export function setExposed(
  notebook: NotebookContent,
  cell: string,
  param: string,
  isOn: boolean,
): NotebookContent {
  const { exposed = [], ...rest } = notebook;
  const others = exposed.filter((each) => each.cell !== cell || each.param !== param);
  if (isOn === others.length < exposed.length) return notebook;
  const next = isOn ? [...others, { cell, param }] : others;
  return next.length === 0 ? rest : { ...rest, exposed: next };
}

/** Whether a param is on the front panel. */
export function isExposed(
  exposed: NotebookContent["exposed"],
  cell: string,
  param: string,
): boolean {
  return exposed?.some((each) => each.cell === cell && each.param === param) ?? false;
}
