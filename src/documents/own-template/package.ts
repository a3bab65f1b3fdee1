/** The few files the template engine asks for. It never sees the rest of the document. */
export class Package {
  readonly files: Record<string, { name: string; asText: () => string }>;
  readonly written = new Map<string, string>();
  constructor(files: Readonly<Record<string, string>>) {
    this.files = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, { name, asText: () => text }]),
    );
  }

  file(name: string | RegExp, content?: string | Uint8Array): unknown {
    if (typeof name !== 'string') return Object.values(this.files).filter((file) => name.test(file.name));
    if (content === undefined) return this.files[name] ?? null;
    this.written.set(name, typeof content === 'string' ? content : new TextDecoder().decode(content));
    return this;
  }

  remove(name: string): void {
    this.written.delete(name);
  }
}
