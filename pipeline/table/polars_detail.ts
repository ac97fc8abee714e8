const prefixes = /^(?:parquet: )?(?:File out of specification: )?(?:underlying IO error: )?/;
const internal = /panicked|Result::unwrap|source_location|internal error/;

/**
 * The first line of an error of Polars or the file system, without the names of its layers; undefined where it
 * speaks of its own source code only.
 */
export function polarsDetail(cause: unknown): string | undefined {
  const [line = ""] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
  const detail = line.replace(prefixes, "").replace(/\.$/, "").slice(0, 200);
  return detail === "" || internal.test(detail) ? undefined : detail;
}
