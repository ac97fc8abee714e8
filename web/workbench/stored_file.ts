/** A file to be downloaded. */
export interface StoredFile {
  /** What it is to be called; made safe where it is sent. */
  readonly name: string;
  readonly media: string;
  readonly path: string;
}
