import { api } from "@/islands/api.ts";
import { diagnosisApi } from "@/islands/diagnosis_api.ts";
import type { UploadOptions } from "@/islands/upload.ts";

// What is done with a file; each returns the address of the page that it leads to.

/** Trains on a table that was imported. */
export async function trainOnDataset(dataset: string): Promise<string> {
  const { id } = await api.train(dataset);
  return `/notebooks/${id}`;
}

/** Diagnoses the rows of a table by a model. */
export async function diagnoseBy(
  model: string,
  file: File,
  options: UploadOptions,
): Promise<string> {
  const { id } = await diagnosisApi.diagnose(model, file, options);
  return `/diagnoses/${id}`;
}

/** Makes a notebook: an empty one, a copy, or what a file holds. */
export async function makeNotebook(
  from: Parameters<typeof api.createNotebook>[0],
): Promise<string> {
  const { id } = await api.createNotebook(from);
  return `/notebooks/${id}`;
}

/** Whether a file is to be a notebook or a pipeline, by its name. */
export function isNotebookFile({ name }: File): boolean {
  return /\.(json|ipynb)$/i.test(name);
}
