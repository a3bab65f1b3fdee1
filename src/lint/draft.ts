import { inputError } from '../base/diagnostic.ts';
import { openPackage, type Package, readPart } from './docx/package.ts';
import { readParagraphs, type WordText } from './docx/paragraphs.ts';
import { parseXml } from './docx/xml.ts';

/** A Word draft, read. */
export interface Draft {
  readonly package: Package;
  readonly document: ReturnType<typeof parseXml>;
  readonly text: WordText;
}

/** @throws InputError for what is no readable .docx, or holds no text */
export const readDraft = async (bytes: Uint8Array, file: string): Promise<Draft> => {
  const opened = await openPackage(bytes, file);
  const xml = (await readPart(opened, opened.main)) ?? '';
  const document = parseXml(xml, opened.main, file);
  const text = readParagraphs(document);
  if (text.paragraphs.every((paragraph) => paragraph.text.trim() === '')) {
    throw inputError('E509', `${file} 里没有文字${text.hidden > 0 ? '（只有隐藏文字）' : ''}`, {
      where: { file },
      fix: '确认选对了文件；文字若在图片里，要打成字再检查',
    });
  }
  return { package: opened, document, text };
};
