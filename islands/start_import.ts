import type { Language } from "@/web/language.ts";

/** What is to become of a table once it was looked at. */
export interface ImportPlan {
  /** Whether a notebook that trains on it opens at once. */
  readonly train?: boolean;
}

/**
 * Brings a file in, while a dialog shows how far it is, and opens the page that shows how it will be read. The
 * promise resolves once that page is on its way, or the user has given up; it never rejects.
 */
export async function startImport(file: File, { train = false }: ImportPlan = {}): Promise<void> {
  const { showUpload } = await import("@/components/import/show_upload.tsx");
  const upload = await showUpload(file, pageLanguage());
  if (upload !== undefined) location.assign(`/import/${upload.id}${train ? "?then=train" : ""}`);
}

/** The language of the page. */
export function pageLanguage(): Language {
  return document.documentElement.lang.startsWith("zh") ? "zh" : "en";
}
