/** Keeps values up to a sum of bytes; those that were not asked for longest go first. */
export class ByteCache<Value extends { readonly bytes: number }> {
  private readonly kept = new Map<string, { readonly value: Value; readonly bytes: number }>();
  private sum = 0;

  constructor(private readonly limit: number) {}

  /** How many bytes are kept. */
  get bytes(): number {
    return this.sum;
  }

  get(key: string): Value | undefined {
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.value;
  }

  /** Keeps `value`, unless it alone is more than fits. */
  set(key: string, value: Value): void {
    this.remove(key);
    const { bytes } = value;
    if (bytes > this.limit) return;
    this.kept.set(key, { value, bytes });
    this.sum += bytes;
    for (const oldest of this.kept.keys()) {
      if (this.sum <= this.limit) return;
      this.remove(oldest);
    }
  }

  private remove(key: string): void {
    this.sum -= this.kept.get(key)?.bytes ?? 0;
    this.kept.delete(key);
  }
}
