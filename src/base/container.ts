/** Why a file cannot be the zip package that an .xlsx or .docx is; each caller says it in its own words. */
export type ContainerProblem =
  | { readonly kind: 'empty' | 'encrypted' | 'legacy' | 'not-zip' | 'damaged' }
  | { readonly kind: 'too-big' | 'unpacks-too-big'; readonly bytes: number; readonly limit: number };

export interface ContainerLimits {
  /** of the file itself, in bytes */
  readonly packed: number;
  /** of all its parts unpacked, in bytes */
  readonly unpacked: number;
}

export const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1048576)} MB`;

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** An encrypted .xlsx or .docx is an OLE container with this stream name in UTF-16; an old .xls or .doc is one without it. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes).includes([...'EncryptedPackage'].join('\u0000'));

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** Sum of the unpacked sizes that the zip's directory declares; undefined when there is no directory. */
const unpackedSize = (bytes: Uint8Array): number | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) return undefined;
  let offset = view.getUint32(end + 16, true);
  let total = 0;
  while (offset + 46 <= bytes.length && view.getUint32(offset, true) === DIRECTORY_ENTRY) {
    total += view.getUint32(offset + 24, true);
    const names =
      view.getUint16(offset + 28, true) +
      view.getUint16(offset + 30, true) +
      view.getUint16(offset + 32, true);
    offset += 46 + names;
  }
  return total;
};

/** Looks at a file before anything is unpacked; undefined when it may be opened as a zip. */
export const containerProblem = (
  bytes: Uint8Array,
  limits: ContainerLimits,
): ContainerProblem | undefined => {
  if (bytes.length === 0) return { kind: 'empty' };
  if (bytes.length > limits.packed) return { kind: 'too-big', bytes: bytes.length, limit: limits.packed };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { kind: isEncrypted(bytes) ? 'encrypted' : 'legacy' };
  if (!startsWith(bytes, 0x50, 0x4b)) return { kind: 'not-zip' };
  const unpacked = unpackedSize(bytes);
  if (unpacked === undefined) return { kind: 'damaged' };
  return unpacked > limits.unpacked
    ? { kind: 'unpacks-too-big', bytes: unpacked, limit: limits.unpacked }
    : undefined;
};
