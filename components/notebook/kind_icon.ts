import type { ApiKind as Kind } from "@/web/api_schema.ts";
import type { IconName } from "../icon.tsx";

const ofKind: Readonly<Record<string, IconName>> = {
  import: "import",
  simulate: "settings",
  split: "split",
  subset: "filter",
  sql: "rows",
  "rename-columns": "columns",
  projection: "map",
  impute: "impute",
  scale: "scale",
  "signed-log": "scale",
  "drop-duplicates": "rows",
  "oversample-random": "rows",
  "undersample-random": "rows",
  smote: "rows",
  "borderline-smote": "rows",
  "k-means-smote": "rows",
  "drop-constant": "columns",
  profile: "profile",
  code: "code",
  note: "note",
};

const ofGroup: Readonly<Record<Kind["group"], IconName>> = {
  data: "import",
  preprocess: "columns",
  select: "filter",
  train: "train",
  judge: "evaluate",
  diagnose: "diagnose",
  look: "chart",
  write: "note",
};

/** The icon of a cell kind: its own, else that of its group. */
export function kindIcon(kind: Pick<Kind, "kind" | "group"> | undefined): IconName {
  return kind === undefined ? "info" : ofKind[kind.kind] ?? ofGroup[kind.group];
}
