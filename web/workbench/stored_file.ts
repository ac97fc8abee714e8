/** A file to be downloaded. */
export interface StoredFile {
  /** What it is to be called; made safe where it is sent. */
  readonly name: string;
  readonly media: string;
  readonly path: string;
}

/** A file that is made to be downloaded. */
export interface MadeFile extends Pick<StoredFile, "name" | "media"> {
  readonly content: Uint8Array<ArrayBuffer>;
}
