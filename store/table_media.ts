const parquetMedia = "application/vnd.apache.parquet";

/** What a Parquet file begins with. */
const parquetMark = [..."PAR1"].map((letter) => letter.charCodeAt(0));

/** How many bytes tell the media type of a table file. */
export const mediaHeadBytes = parquetMark.length;

/** The media type of a table file that begins with `head`: what is not Parquet counts as text. */
export function tableMedia(head: ArrayLike<number>): string {
  return parquetMark.every((byte, index) => head[index] === byte) ? parquetMedia : "text/csv";
}
