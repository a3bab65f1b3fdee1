import JSZip from 'jszip';
import { checkContainer, damaged, LIMITS, type Limits, type Refuse, refuser, tooBig } from './container.ts';
import { elementsOf, parseXml } from './xml.ts';

/** The parts of a .docx in the order of the file, and which of them hold text. */
export interface Archive {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly texts: readonly TextPart[];
}

export interface TextPart {
  readonly name: string;
  /** 正文, 页眉 … */
  readonly label: string;
  readonly main: boolean;
  readonly xml: string;
}

const TYPES = '[Content_Types].xml';
const WORDML = 'wordprocessingml';
const LABELS: readonly (readonly [string, string])[] = [
  [`${WORDML}.document.main+xml`, '正文'],
  [`${WORDML}.header+xml`, '页眉'],
  [`${WORDML}.footer+xml`, '页脚'],
  [`${WORDML}.footnotes+xml`, '脚注'],
  [`${WORDML}.endnotes+xml`, '尾注'],
];

/** @throws InputError for what is no .docx, holds macros, is encrypted, damaged or too big */
export const openArchive = async (
  bytes: Uint8Array,
  file: string,
  limits: Limits = LIMITS,
): Promise<Archive> => {
  const refuse = refuser(file);
  checkContainer(bytes, limits, refuse);
  const parts = await unpack(bytes, limits, refuse);
  const names = [...parts.keys()];
  const types = parts.get(TYPES);
  if (types === undefined)
    return refuse('E330', '不是 Word 文档（缺内容类型表）', '用 Word 或 WPS 另存为 .docx');
  const typeText = decode(types);
  if (names.some((name) => /vbaProject\.bin$/i.test(name)) || /macroEnabled/i.test(typeText))
    return refuse('E334', '带宏（.docm），不处理', '在 Word 里另存为“Word 文档（.docx）”，宏会去掉');
  if (/wordprocessingml\.template\.main\+xml/.test(typeText))
    return refuse('E330', '是 .dotx 模板文件', '在 Word 或 WPS 里另存为“Word 文档（.docx）”再试');
  const texts = textParts(typeText, parts, refuse);
  if (!texts.some((part) => part.main))
    return refuse('E330', '不是 Word 文档（没有正文）', '检查是不是工作簿或演示文稿改了扩展名');
  const big = texts.find((part) => part.xml.length > limits.text);
  if (big !== undefined) return tooBig(refuse, `的${big.label}`, limits.text);
  return { parts, texts };
};

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

/** Reads every part, and stops as soon as more comes out than may. */
const unpack = async (
  bytes: Uint8Array,
  limits: Limits,
  refuse: Refuse,
): Promise<Map<string, Uint8Array>> => {
  const zip = await JSZip.loadAsync(bytes).catch(() => damaged(refuse));
  const parts = new Map<string, Uint8Array>();
  let room = limits.unpacked;
  for (const entry of Object.values(zip.files)) {
    if (entry.dir) continue;
    const content = await readEntry(entry, room).catch(() => damaged(refuse));
    if (content === undefined) return tooBig(refuse, '解压后', limits.unpacked);
    room -= content.length;
    parts.set(entry.name, content);
  }
  return parts;
};

/** Undefined when the entry unpacks to more than there is room for, whatever size it declares. */
const readEntry = (entry: JSZip.JSZipObject, room: number): Promise<Uint8Array | undefined> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stream = entry.nodeStream('nodebuffer');
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > room) {
        stream.pause();
        resolve(undefined);
      } else chunks.push(chunk);
    });
    stream.on('error', reject);
    stream.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
  });

const textParts = (
  types: string,
  parts: ReadonlyMap<string, Uint8Array>,
  refuse: Refuse,
): readonly TextPart[] => {
  const document = parseXml(types);
  if (document === undefined) return damaged(refuse);
  const found = elementsOf(document, 'Override').flatMap((item) => {
    const type = item.getAttribute('ContentType') ?? '';
    const name = (item.getAttribute('PartName') ?? '').replace(/^\//, '');
    const label = LABELS.find(([end]) => type.endsWith(end))?.[1];
    const content = parts.get(name);
    return label === undefined || content === undefined ? [] : [{ name, label, content }];
  });
  return LABELS.flatMap(([, label]) => {
    const same = found.filter((part) => part.label === label);
    return same.map(({ name, content }, index) => ({
      name,
      label: same.length > 1 ? `${label}${index + 1}` : label,
      main: label === '正文',
      xml: decode(content),
    }));
  });
};

/** Zip times have no meaning here: the earliest a zip can hold. */
const NO_TIME = new Date(Date.UTC(1980, 0, 1));

/** Zips the parts in the same order, with fixed times: equal content is equal bytes. */
export const closeArchive = (
  { parts }: Archive,
  changed: ReadonlyMap<string, string>,
): Promise<Uint8Array> => {
  const zip = new JSZip();
  for (const [name, content] of parts)
    zip.file(name, changed.get(name) ?? content, { date: NO_TIME, createFolders: false });
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS',
  });
};
