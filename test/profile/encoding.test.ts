import { describe, expect, it } from 'vitest';
import { readBytes, refused, single } from './support.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const nameIn = (bytes: Uint8Array): unknown => single(readBytes(bytes), 'name');

describe('encodings', () => {
  it('UTF-8', () => {
    expect(nameIn(utf8('企业名称: 甲\n'))).toBe('甲');
  });

  it('UTF-8 with a byte order mark, which is no part of the first key', () => {
    expect(nameIn(utf8('\uFEFF企业名称: 甲\n'))).toBe('甲');
  });

  it('GB18030, found by trial', () => {
    // 企 C6F3 业 D2B5 名 C3FB 称 B3C6 : 3A space 20 甲 BCD7
    const bytes = Uint8Array.of(0xc6, 0xf3, 0xd2, 0xb5, 0xc3, 0xfb, 0xb3, 0xc6, 0x3a, 0x20, 0xbc, 0xd7);
    expect(nameIn(bytes)).toBe('甲');
  });

  it('UTF-16 little endian with a byte order mark, as Windows Notepad writes “Unicode”', () => {
    const text = '\uFEFF企业名称: 甲\r\n';
    expect(nameIn(new Uint8Array(Buffer.from(text, 'utf16le')))).toBe('甲');
  });
});

describe('what is no text is refused with a way out', () => {
  it.each([
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d)],
    ['a workbook (zip)', Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 0, 0, 8, 0)],
    ['bytes of no encoding', Uint8Array.of(0xff, 0xff, 0xff, 0x80)],
    ['UTF-16 big endian', Uint8Array.of(0xfe, 0xff, 0x4f, 0x01, 0x4e, 0x1a)],
  ])('%s', (_name, bytes) => {
    const [error] = refused(() => readBytes(bytes));
    expect(error).toMatchObject({ code: 'E103', severity: 'error' });
    expect(error?.fix).toContain('UTF-8');
  });

  it('a file of more than 5 MB', () => {
    const bytes = utf8(`备注: ${'a'.repeat(5 * 1024 * 1024)}\n`);
    expect(refused(() => readBytes(bytes))[0]).toMatchObject({ code: 'E102', where: { file: '档案.yaml' } });
  });

  it('but a file of just 5 MB is read', () => {
    const head = '备注: ';
    const bytes = utf8(`${head}${'a'.repeat(5 * 1024 * 1024 - utf8(head).length)}`);
    expect(bytes.length).toBe(5 * 1024 * 1024);
    expect(readBytes(bytes).single.has('remark')).toBe(true);
  });
});
